//! What follows a closed quotation in Chinese: who said it, or the rest of the sentence that quotes.

use crate::text::script;

/// How many characters of what follows a quotation are looked at.
const REACH: usize = 22;

/// Verbs of speech. Followed by Han other than [`AFTER_VERB`] they are something else (`说明`, `问题`, `想法`).
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "说", "說", "道", "问", "問", "喊", "叫", "答", "嚷", "骂", "罵", "嘟囔", "嘟哝", "嘀咕", "咕哝", "命令",
    "笑", "叹", "嘆", "歎", "吼", "念", "唸", "写", "寫", "想", "插嘴", "插话", "插話", "补充", "補充", "回答",
    "应", "應", "回应", "回應", "解释", "解釋", "强调", "強調", "反驳", "反駁", "表示", "指出", "承认", "承認",
    "感叹", "感嘆", "感慨", "惊呼", "驚呼", "抱怨", "提醒", "警告", "吩咐", "央求", "哀求", "恳求", "懇求",
    "附和", "打断", "打斷", "低语", "低語", "呢喃", "哭", "宣布", "宣佈", "坦言", "建议",
    "建議", "叮嘱", "叮囑", "嘱咐", "囑咐", "催促", "调侃", "調侃", "评论", "評論", "总结", "總結", "劝", "勸",
    "夸", "誇", "喝", "呵斥", "质问", "質問", "追问", "追問", "反问", "反問", "嘲讽", "嘲諷", "自语", "自語",
    "安慰", "请求", "請求", "辩解", "辯解", "咆哮", "尖叫", "嘶吼", "讲", "講",
];

/// What may follow a verb of speech for it to report.
#[rustfmt::skip]
const AFTER_VERB: &[char] = &[
    '了', '着', '著', '道', '说', '說', '过', '過', '完', '起', '出', '罢', '罷',
];

/// Manners of speaking, which stand before a verb of speech with up to four characters between.
#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "低声", "低聲", "大声", "大聲", "轻声", "輕聲", "高声", "高聲", "厉声", "厲聲", "颤声", "顫聲", "小声",
    "小聲", "柔声", "柔聲", "齐声", "齊聲", "冷冷", "淡淡", "喃喃",
];

/// What carries a sentence on behind a quotation that is one of its words.
#[rustfmt::skip]
const CARRIES_ON: &[&str] = &[
    "的", "地", "等", "之", "字样", "字樣", "一类", "一類", "一词", "一詞", "一句", "一语", "一語",
    "几个", "幾個", "两个", "兩個", "四个", "四個", "三个", "三個", "为题", "為題", "为名", "為名", "为由",
    "為由", "就", "便", "——",
];

/// Beginnings that look as if they carried on but begin a new clause.
#[rustfmt::skip]
const NEW_CLAUSE: &[&str] = &[
    "等他", "等她", "等我", "等你", "等到", "等了", "等人", "等我们", "地上", "地面", "地板", "地铁",
    "地鐵", "地图", "地圖", "地球", "地下", "地点", "的确", "的確", "之后", "之後", "之前", "就这样", "就這樣",
    "就在", "便利", "便宜", "就是", "就算", "就连", "等等",
];

/// Tells whether what follows a closed quotation says who spoke.
pub(super) fn is_reporting(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\n']);
    if rest.starts_with(['，', ',']) || rest.starts_with("——") {
        return true;
    }
    let clause = clause(rest);
    if VERBS.iter().any(|verb| reports(rest, clause, verb)) {
        return true;
    }
    let manner = MANNERS
        .iter()
        .find_map(|manner| clause.find(manner).map(|at| &clause[at + manner.len()..]));
    manner.is_some_and(|after| {
        let near = after.chars().take(5).collect::<String>();
        ["说", "說", "道", "问", "問", "喊", "答", "笑", "叫"]
            .iter()
            .any(|verb| near.contains(verb))
    })
}

/// Tells whether `verb` stands in the clause and nothing behind it makes it another word.
fn reports(rest: &str, clause: &str, verb: &str) -> bool {
    clause.match_indices(verb).any(|(at, _)| {
        let after = &rest[at + verb.len()..];
        let next = after.chars().next();
        next.is_none_or(|next| !script::is_han(next) || AFTER_VERB.contains(&next))
            && !is_other_word(&clause[..at], verb)
    })
}

/// `知道`, `难道`, `小说` and the like end in a verb of speech and are none.
fn is_other_word(before: &str, verb: &str) -> bool {
    let last = before.chars().next_back().unwrap_or(' ');
    match verb {
        "道" => "知街通轨轨味频赛人隧管渠跑难難地力茶大".contains(last),
        "说" | "說" => "小传傳学學假".contains(last),
        "问" | "問" => "学學疑访訪".contains(last),
        "想" => "理思梦夢幻感联聯".contains(last),
        "应" | "應" => "反响響适適供效对對相".contains(last),
        "答" => "报報".contains(last),
        "写" | "寫" => "手特".contains(last),
        "念" => "概观觀理纪紀信".contains(last),
        "笑" => "玩".contains(last),
        "哭" | "叫" | "喝" => false,
        _ => false,
    }
}

/// Returns the beginning of `rest` up to the first punctuation, at most [`REACH`] characters.
fn clause(rest: &str) -> &str {
    let stop = |c: char| "。！？!?“「『，,；;：:、.\n".contains(c);
    let end = rest
        .char_indices()
        .enumerate()
        .find(|(n_chars, (_, c))| *n_chars >= REACH || stop(*c))
        .map_or(rest.len(), |(_, (at, _))| at);
    &rest[..end]
}

/// Tells whether what follows names the next speaker and opens the next quotation (`老李道：“`).
pub(super) fn introduces(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\n']);
    let mut before = true;
    for c in rest.chars().take(REACH + 4) {
        match c {
            '：' | ':' => before = false,
            '“' | '「' | '『' | '"' => return !before,
            '。' | '！' | '？' | '”' | '」' => return false,
            ' ' => {}
            _ if !before => return false,
            _ => {}
        }
    }
    false
}

/// Tells whether the sentence goes on behind a closed quotation that is one of its words.
pub(super) fn carries_on(rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    if rest.starts_with(['，', ',', '、', '；', ';', '：', ':', '）', ')']) {
        return true;
    }
    let begins = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    begins(CARRIES_ON) && !begins(NEW_CLAUSE) || points_back(rest)
}

/// What a quotation can be called, behind `这`: `“为什么？”这个问题`.
#[rustfmt::skip]
const QUOTED_THINGS: &[&str] = &[
    "话", "話", "问题", "問題", "字", "词", "詞", "说法", "說法", "念头", "念頭", "声音", "聲音", "想法", "口号", "口號",
    "标语", "標語", "道理", "答案", "名字", "称呼", "稱呼", "消息", "回答", "提问", "提問", "疑问", "疑問", "质问", "質問",
    "感慨", "感叹", "感嘆", "警告", "命令", "评价", "評價", "结论", "結論", "理由", "原则", "原則", "规则", "規則", "提示",
    "部分",
];

/// Tells whether what follows a quotation points back at it.
fn points_back(rest: &str) -> bool {
    if !rest.starts_with(['这', '這']) {
        return false;
    }
    let after = &rest['这'.len_utf8()..];
    let thing = after
        .trim_start_matches(|c| "一几幾两兩三四五六七八句个個番些段声聲种種样樣的".contains(c));
    let measure = &after[..after.len() - thing.len()];
    measure.contains(['句', '种', '種'])
        || measure.ends_with("样的")
        || measure.ends_with("樣的")
        || QUOTED_THINGS.iter().any(|word| thing.starts_with(word))
}

/// Tells whether the sentence goes on behind a stop without a quotation (`为什么？，`).
pub(super) fn carries_on_bare(rest: &str) -> bool {
    rest.trim_start_matches(' ')
        .starts_with(['，', ',', '、', '；', ';'])
}

/// Tells whether Japanese goes on behind a closed quotation: a particle follows.
pub(super) fn takes_particle(rest: &str) -> bool {
    let particles = [
        "と",
        "って",
        "は",
        "が",
        "を",
        "に",
        "の",
        "で",
        "も",
        "や",
        "など",
        "か",
        "へ",
        "から",
        "まで",
        "という",
    ];
    particles.iter().any(|particle| rest.starts_with(particle))
}
