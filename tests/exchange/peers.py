#!/usr/bin/env python3
"""Exports a project, changes some units with other people's libraries, imports, and holds the drafts against what was there before.

Usage: peers.py BINARY PROJECT [FORMAT...]      PROJECT is copied, never written.
Every format is skipped whose library is not installed; says so. Exits 1 where anything but the changed units differs.
"""
import csv, json, os, random, shutil, subprocess, sys, tempfile

BINARY, PROJECT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
N_UNITS = int(os.environ.get("UNITS", "40"))
MARK = " (checked)"


def run(folder, *args, allow=(0,)):
    done = subprocess.run([BINARY, *args], cwd=folder, capture_output=True)
    if done.returncode not in allow:
        raise SystemExit(f"{' '.join(args)}: exit {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout.decode()


def is_fit(text):
    """A text at whose end words may stand: one paragraph that ends in running text."""
    return bool(text) and "\n\n" not in text and text.rstrip()[-1:].isalnum() and not text.startswith("<")


def chosen(items, rng):
    items = list(items)
    return rng.sample(items, min(N_UNITS, len(items)))


def po(path, rng):
    import polib

    file = polib.pofile(path, wrapwidth=78)
    wanted = chosen((e for e in file if is_fit(e.msgstr)), rng)
    for entry in wanted:
        entry.msgstr = entry.msgstr.rstrip() + MARK
    file.save(path)
    return {tuple(entry.msgctxt.rsplit("#", 1)) for entry in wanted}


def po_toolkit(path, rng):
    from translate.storage import pypo

    store = pypo.pofile.parsefile(path)
    wanted = chosen((u for u in store.units if not u.isheader() and is_fit(str(u.target))), rng)
    for unit in wanted:
        unit.target = str(unit.target).rstrip() + MARK
    store.save()
    return {tuple(unit.getcontext().rsplit("#", 1)) for unit in wanted}


def tail(target):
    """The last text of an element, where it ends in running text."""
    children = list(target)
    text = children[-1].tail if children else target.text
    return text if is_fit(text or "") else None


def set_tail(target, text):
    children = list(target)
    if children:
        children[-1].tail = text
    else:
        target.text = text


def xml_units(path, rng, unit_name, target_of, file_name, keep=lambda unit: True):
    from lxml import etree

    tree = etree.parse(path)
    found = []
    for file in tree.iter("{*}" + file_name):
        for unit in file.iter("{*}" + unit_name):
            target = target_of(unit)
            if target is not None and tail(target) and keep(unit):
                found.append((file.get("original"), unit, target))
    wanted = chosen(found, rng)
    for _, _, target in wanted:
        set_tail(target, tail(target).rstrip() + MARK)
    tree.write(path, encoding="UTF-8", xml_declaration=True)
    return {(original, unit.get("id")) for original, unit, _ in wanted}


def xliff_1(path, rng):
    return xml_units(path, rng, "trans-unit", lambda unit: unit.find("{*}target"), "file")


def xliff_2(path, rng):
    return xml_units(path, rng, "unit", lambda unit: unit.find("{*}segment/{*}target"), "file")


def tmx(path, rng):
    from lxml import etree

    tree = etree.parse(path)
    prop = lambda unit, name: unit.find(f"prop[@type='x-duizhao-{name}']").text
    units = [u for u in tree.iter("tu") if tail(u.findall("tuv/seg")[1])]
    wanted = chosen(units, rng)
    for unit in wanted:
        target = unit.findall("tuv/seg")[1]
        set_tail(target, tail(target).rstrip() + MARK)
    tree.write(path, encoding="UTF-8", xml_declaration=True)
    return {(prop(unit, "path"), prop(unit, "key")) for unit in wanted}


def table(delimiter):
    def change(path, rng):
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter=delimiter))
        wanted = chosen((row for row in rows if is_fit(row["target"])), rng)
        for row in wanted:
            row["target"] = row["target"].rstrip() + MARK
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return {(row["path"], row["key"]) for row in wanted}

    return change


def xlsx(path, rng):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    header = [cell.value for cell in sheet[1]]
    at = {name: header.index(name) + 1 for name in ("path", "key", "target")}
    rows = [row for row in range(2, sheet.max_row + 1) if is_fit(sheet.cell(row, at["target"]).value)]
    wanted = chosen(rows, rng)
    for row in wanted:
        cell = sheet.cell(row, at["target"])
        cell.value = cell.value.rstrip() + MARK
    book.save(path)
    return {(sheet.cell(row, at["path"]).value, sheet.cell(row, at["key"]).value) for row in wanted}


def jsonl(path, rng):
    with open(path, encoding="utf-8") as file:
        packets = [json.loads(line) for line in file]
    wanted = chosen((p for p in packets if is_fit(p.get("present_target"))), rng)
    for packet in wanted:
        packet["target"] = packet["present_target"].rstrip() + MARK
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(packet, ensure_ascii=False) + "\n" for packet in packets)
    return {(packet["path"], packet["key"]) for packet in wanted}


FORMATS = {
    "po": ("po", po),
    "po-toolkit": ("po", po_toolkit),
    "xliff-1.2": ("xliff-1.2", xliff_1),
    "xliff-2.1": ("xliff-2.1", xliff_2),
    "tmx": ("tmx", tmx),
    "csv": ("csv", table(",")),
    "tsv": ("tsv", table("\t")),
    "xlsx": ("xlsx", xlsx),
    "jsonl": ("jsonl", jsonl),
}


def drafts(folder):
    """Every file of the project but our own, by its path."""
    found = {}
    for root, dirs, files in os.walk(folder):
        dirs[:] = [name for name in dirs if name not in (".git", ".duizhao", "target", "node_modules")]
        for name in files:
            path = os.path.join(root, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def main():
    names = sys.argv[3:] or list(FORMATS)
    is_good = True
    for name in names:
        format_name, change = FORMATS[name]
        rng = random.Random(7)
        with tempfile.TemporaryDirectory() as scratch:
            folder = os.path.join(scratch, "project")
            shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(".git", "target", "node_modules"), symlinks=True)
            path = os.path.join(scratch, "job." + format_name.split("-")[0])
            states = "unconfirmed,machine,stale,edited,translated,reviewed"
            run(folder, "export", "--format", format_name, "--state", states, "--output", path)
            before = drafts(folder)
            try:
                wanted = change(path, rng)
            except ImportError as error:
                print(f"{name}: skipped, {error}")
                continue
            out = run(folder, "import", "--as", format_name, "--format", "json", path, allow=(0, 1))
            account = json.loads(out)
            after = drafts(folder)
            written = {(i["path"], i["key"]) for i in account["items"] if i["outcome"] == "written"}
            refused = {(i["path"], i["key"]) for i in account["items"] if i["outcome"] == "refused"}
            strange = written - wanted
            missing = wanted - written - refused
            n_marks = 0
            others = []
            for file in set(before) | set(after):
                old, new = before.get(file, b""), after.get(file, b"")
                # Taken out again, the marks must leave the file as it was, white space at the ends of texts aside.
                n_here = new.count(MARK.encode()) - old.count(MARK.encode())
                n_marks += n_here
                if new.replace(MARK.encode(), b"") != old.replace(MARK.encode(), b""):
                    others.append(file)
            is_right = not strange and not missing and not others and n_marks == len(written)
            is_good &= is_right
            print(
                f"{name}: {len(wanted)} changed, {len(written)} written, {len(refused)} refused, "
                f"{n_marks} marks in drafts, {len(others)} files with other changes"
                + ("" if is_right else f"  WRONG strange={list(strange)[:3]} missing={list(missing)[:3]} others={others[:3]}")
            )
            for item in account["items"]:
                if item["outcome"] == "refused":
                    print("   ", item["path"], item["reason"])
    sys.exit(0 if is_good else 1)


main()
