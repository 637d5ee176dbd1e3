// Remembers what the reader chose, shows counterparts of sentences, searches. Without it, everything can still be read.
(() => {
  'use strict';
  const root = document.documentElement, main = document.getElementById('dz-text');
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const recall = key => { try { return localStorage.getItem('duizhao-' + key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem('duizhao-' + key, value); } catch { /* pages from the disk may have no memory */ } };
  const asked = key => new URLSearchParams(location.hash.slice(1)).get(key) || new URLSearchParams(location.search).get(key);

  const choose = (name, value) => {
    const radio = all(`input[name=${name}]`).find(one => one.value === value);
    if (radio) radio.checked = true;
  };
  const apply = () => {
    for (const name of ['layout', 'theme']) choose(name, asked(name) || recall(name));
    const place = new URLSearchParams(location.hash.slice(1)).get('at');
    if (place) document.getElementById(place)?.scrollIntoView();
  };
  for (const name of ['layout', 'theme']) for (const radio of all(`input[name=${name}]`)) {
    radio.addEventListener('change', () => {
      const seen = all('.pair').find(pair => pair.getBoundingClientRect().bottom > 0);
      keep(name, radio.value);
      if (name !== 'layout') return;
      if (!location.hash || location.hash.includes('layout=')) {
        try { history.replaceState(null, '', '#layout=' + radio.value); } catch { /* not every place lets us */ }
      }
      if (seen && scrollY > 200) seen.scrollIntoView({ behavior: 'instant' });
    });
  }
  addEventListener('hashchange', apply);
  apply();

  // Sentences: the pointer, the keyboard or a tap shows what stands for one on the other side.
  let groups;
  const group = one => {
    if (!groups) {
      groups = new Map();
      for (const sentence of all('.s', main)) {
        const members = groups.get(sentence.dataset.s);
        if (members) members.push(sentence); else groups.set(sentence.dataset.s, [sentence]);
      }
    }
    return groups.get(one.dataset.s) || [];
  };
  let shown = [];
  const show = one => {
    for (const other of shown) other.classList.remove('on');
    shown = one ? group(one) : [];
    for (const other of shown) other.classList.add('on');
  };
  const isSeen = one => one.getClientRects().length > 0;
  let current = main.querySelector('.s');
  if (current) current.tabIndex = 0;
  const stand = one => {
    current.tabIndex = -1;
    current = one;
    one.tabIndex = 0;
  };
  main.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    const one = event.target.closest('.s');
    show(one || document.activeElement.closest?.('.s'));
  });
  main.addEventListener('pointerleave', () => show(document.activeElement.closest?.('.s')));
  main.addEventListener('focusin', event => show(event.target.closest('.s')));
  main.addEventListener('focusout', () => show(null));
  main.addEventListener('click', event => {
    const one = event.target.closest('.s');
    if (event.target.closest('a, input, label, summary') || String(getSelection())) return;
    if (one) { stand(one); show(one); }
    const pair = event.target.closest('.pair'), peek = pair?.querySelector(':scope > .peek input');
    if (peek && event.target.closest('.tgt') && document.getElementById('dz-layout-tap').checked) peek.checked = !peek.checked;
  });
  main.addEventListener('keydown', event => {
    const one = event.target;
    if (!one.classList.contains('s') || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    let next;
    if (step) {
      const sentences = all('.s', main).filter(isSeen);
      next = sentences[sentences.indexOf(one) + step];
    } else if (event.key === 'Enter') {
      const members = group(one).filter(isSeen);
      next = members[(members.indexOf(one) + 1) % members.length];
    }
    if (!next) return;
    event.preventDefault();
    stand(next);
    next.focus();
  });
  addEventListener('keydown', event => { if (event.key === 'Escape') { root.classList.add('no-tip'); show(null); } });
  for (const kind of ['pointermove', 'focusin']) addEventListener(kind, () => root.classList.remove('no-tip'));

  // The search: a folder's index brings a script with all texts, a single page its own.
  const box = document.getElementById('dz-q'), found = document.getElementById('dz-found');
  const MOST = 50;
  let chapters;
  globalThis.duizhaoSearch = data => { chapters = data; find(); };
  const own = () => [['', ['', ''], all('.pair[id], :is(h1, h2, h3, h4, h5, h6).pair', main).map(pair => {
    const text = side => [...pair.children].filter(one => one.matches(side)).map(one => one.textContent).join(' ');
    return [pair.id, text('.src'), text('.tgt, .both')];
  })]];
  const load = () => {
    const script = document.createElement('script');
    script.src = document.body.dataset.index;
    document.head.append(script);
  };
  const add = (parent, name, text, lang) => {
    const one = document.createElement(name);
    if (text) one.textContent = text;
    if (lang) one.lang = lang;
    parent.append(one);
    return one;
  };
  const excerpt = (parent, text, word, lang) => {
    const at = text.toLowerCase().indexOf(word), line = add(parent, 'div', '', lang);
    if (at < 0) { line.append(text.slice(0, 90) + (text.length > 90 ? '…' : '')); return; }
    const from = Math.max(0, at - 40), end = at + word.length;
    line.append((from ? '…' : '') + text.slice(from, at));
    add(line, 'mark', text.slice(at, end));
    line.append(text.slice(end, end + 50) + (end + 50 < text.length ? '…' : ''));
  };
  const langs = ['.src', '.tgt'].map(side => document.querySelector(side)?.lang || root.lang);
  const find = () => {
    const word = box.value.trim().toLowerCase();
    found.replaceChildren();
    if (!word) return;
    if (!chapters) { if (document.body.dataset.index) return load(); chapters = own(); }
    const list = document.createElement('ol');
    let n = 0;
    for (const [page, titles, pieces] of chapters) for (const [id, source, target] of pieces) {
      if (!source.toLowerCase().includes(word) && !target.toLowerCase().includes(word)) continue;
      if (++n > MOST) continue;
      const item = add(list, 'li'), link = add(item, 'a', titles[1] || '#');
      link.href = page + (id ? '#' + id : '');
      if (titles[1]) link.lang = langs[1]; else link.textContent = (target || source).slice(0, 40);
      if (source) excerpt(item, source, word, langs[0]);
      if (target && target !== source) excerpt(item, target, word, langs[1]);
    }
    add(found, 'p', found.dataset.found + ' ' + n);
    if (n) found.append(list);
  };
  if (document.body.dataset.index) {
    box.value = new URLSearchParams(location.search).get('q') || '';
    if (box.value) find();
  }
  const isHere = document.body.dataset.index || !document.querySelector('.home');
  if (isHere) {
    let timer;
    box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, 150); });
    box.form.addEventListener('submit', event => { event.preventDefault(); find(); });
  }
})();
