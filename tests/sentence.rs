//! Sentence breaks, case by case: `|` in a case marks where a sentence ends, `⏎` a line break.
use duizhao::text::lang::Lang;
use duizhao::text::sentence::split;
use duizhao::text::sentence::{ReportingClause, Segmentation};
use proptest::prelude::*;

fn sentences(text: &str, lang: &str, reporting: ReportingClause) -> Vec<String> {
    let ranges = split(text, &[], &Lang::new(lang), &reporting.into());
    let found: Vec<String> = ranges
        .into_iter()
        .map(|range| text[range].to_owned())
        .collect();
    assert_eq!(found.concat(), text, "the sentences join back to the text");
    found
}

fn check(lang: &str, reporting: ReportingClause, cases: &str) {
    let mut wrong = Vec::new();
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let case = case.replace('⏎', "\n");
        let text = case.replace('|', "");
        let want: Vec<&str> = case.split('|').map(str::trim).collect();
        let found = sentences(&text, lang, reporting);
        let found: Vec<&str> = found.iter().map(|one| one.trim()).collect();
        if found != want {
            wrong.push(format!("want {want:?}\n got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_stops_end_sentences() {
    check(
        "zh-Hans",
        ReportingClause::Attach,
        "
        雨停了。|街上又热闹起来。
        你来吗？|我等你！|别迟到。
        这怎么可能！？|我不信。
        太好了！！！|我们赢了。
        真的吗？？|当然。
        行吧。。。|就这样。
        模型很大；数据很少；结果一般。
        他只要三样东西：水、盐和火。
        天亮了……他还没有回来。|我们继续等。
        算了……。|不说了。
        这条路——也就是老路——封了。
        没有句号的一行
        先编译。 |再测试。
        任务完成.|Next 步骤如下.
        原话是“不。”。|再无下文。
        💡先保存。|💡再退出。
        你好!|今天怎么样?|很好.
        第一行没有结束⏎第二行才结束。|新的一句。
        上一段⏎⏎|下一段。
        甲说完了。⏎⏎⏎|乙接着说。
        今天気温２８．５度。
        全部完成｡|可以回家。
    ",
    );
}

#[test]
fn chinese_quotations_keep_their_reporting_clause() {
    check(
        "zh-Hans",
        ReportingClause::Attach,
        "
        “你去哪儿？”他问。
        “别动！”警察大喊道。|所有人都停下了。
        “我明天再来。”她轻声说。|门关上了。
        「你吃飯了嗎？」媽媽問。
        「快走！」他低聲喊道。|我們跑了起來。
        『夠了！』老人說。
        “好的。”|“那就这么定了。”
        “走？”|“走！”
        他说：“今天不行。”|我只好改期。
        他说：“今天不行。|明天再来。”
        “我不同意。”老王摇着头说，“这太冒险了。”
        “我……”他犹豫了一下，“我忘了。”
        “可是……”|“没有可是。”
        她写道：“再见。”|信到这里就断了。
        “为什么？”这个问题没有人回答。
        他喊着“快跑！快跑！”冲了出去。
        牌子上写着“禁止吸烟！”的字样。
        我把“确定？”改成了“确认？”。
        “太好了！”，他想。
        他只回了“收到。”的邮件。
        有人喊“着火了！”就往外跑。
        句末用“。”表示结束。|句中用“，”停顿。
        不要写“！”和“？”这样的符号。
        「你聽過『三思而後行。』這句話嗎？」他問。
        “他们问：‘行吗？’我说：‘行。’”|没有人再开口。
        “知道了。”|街道上空无一人。
        “这是最后一次。”|小说里的主角合上了书。
        “到此为止。”|这时电话响了。
        “到此为止。”|这一夜没人睡着。
        “收到。”这种回复太短。
        “你——”|“我怎么了？”
        “等一等……”|“等什么！”
        “我、我……”他涨红了脸，半天才说，“没什么。”
        「『不行！』他這樣說。」|她合上信。
        “俗话说：‘船到桥头自然直。’|我看也是。”|窗外下着雨。
        她指着“——”和“……”两种符号。
        「真的嗎？」|「真的。」|窗外下著雨。
    ",
    );
}

#[test]
fn reporting_clauses_split_when_asked() {
    check(
        "zh-Hans",
        ReportingClause::Split,
        "
        “你去哪儿？”|他问。
        “别动！”|警察大喊道。|所有人都停下了。
        “太好了！”，他想。
        “为什么？”这个问题没有人回答。
    ",
    );
}

#[test]
fn chinese_titles_brackets_and_asides_are_not_cut() {
    check(
        "zh-Hans",
        ReportingClause::Attach,
        "
        我读完了《你好！世界》，很喜欢。
        书名是《谁动了我的奶酪？》。|作者很有名。
        他（居然没迟到！）站在门口。|大家都愣了。
        会议取消（原因不明。），改天再开。
        （本节可以跳过。）|下面进入正题。
        【提示】先备份。|再升级。
        这一点有争议[^2]。|后文再谈。
        这一点有争议。[^2]|后文再谈。
        前人已有结论。[3]|我们只做补充。
        **不要删除文件。**|先备份。
        先备份。|**不要删除文件。**
        *重点。*|其余从略。
        上面是重点。|**深度优先**就是一条路走到底。
        成功了！🎉|谢谢大家。
        发布完成。 🚀 |下一步是推广。
        好耶！～|继续。
        是<b>真的。</b>|不骗你。
        第一行<br>|第二行
    ",
    );
}

#[test]
fn code_addresses_and_numbers_are_not_cut() {
    check(
        "zh-Hans",
        ReportingClause::Attach,
        "
        运行 `make test!` 即可。|然后提交。
        用 `a. b? c!` 表示。|完。
        见 https://example.com/a?b=1&c=2。|欢迎反馈。
        地址是 https://example.com/x.html 。|请收藏。
        写信到 a.b@example.com。|我们会回复。
        版本 v1.2.3 已发布。|旧版停止维护。
        准确率为 98.6%。|召回率更高。
        Llama 3.1 和 GPT-4.1 都支持。|试试看。
        总价 1,024.50 元。|不含税。
        监听 0.0.0.0:80。|注意安全。
        日期是 2023.01.02。|地点待定。
        当 $a. b > 0$ 时成立。|否则不成立。
        见[为什么？怎么办！](a.md)一节。|它很短。
        用 .NET 和 Node.js 写成。|很快。
        在 Rust 里，? 会提前返回。|很方便。
        写 println!(\"Hi! There\") 即可。|试一下。
        CSS 的 !important 要少用。|切记。
        Yahoo！的首页变了。|没人注意。
        Yahoo! 的首页变了。|没人注意。
        他在 U.S. 工作。|她在 U.K. 读书。
        Dr. 王来了。|大家起立。
        支持 PNG、JPG 等格式，e.g. 图标。|其余忽略。
        早上 9 a.m. 开门。|晚上 6 p.m. 关门。
        No. 5 车间停产。|原因不明。
        他说了句 \"Fine.\" 就走了。
        原文是 This is a test sentence. |意思是测试。
        She said it was fine. |他不信。
        调用 foo.bar() 方法。|返回空值。
        苹果 $30 一斤。|梨 US$5 一斤。
        收入 $30 million in total. |Costs were US$ 5 million.
        已有定论。[1][2]|后文从略。
        升级到 v1.2.3。|再装 v2.0-rc.1。
        真的？！？|当然！
        做完了！👍🏽|下一个。
        圆周率约为3.14159。|它无穷无尽。
        （一）总则。|（二）分则。
        例如（e.g.）苹果、i.e. 水果。|完。
    ",
    );
}

#[test]
fn list_items_begin_sentences() {
    check(
        "zh-Hans",
        ReportingClause::Attach,
        "
        1. 打开⏎|2. 输入⏎|3. 关闭
        - 甲⏎|- 乙⏎|- 丙
        * 甲⏎|* 乙
        1、准备⏎|2、开始
        （1）准备⏎|（2）开始
        一、总则⏎|二、分则
        ①准备⏎|②开始
        # 标题⏎|正文在这里。
        • 甲 |• 乙 |• 丙
        共 2⏎项任务。
        价格是 3.5⏎元。
        Q：能用吗？|A：能。
        问：多少钱？|答：不要钱。
    ",
    );
}

#[test]
fn english_stops_and_abbreviations() {
    check(
        "en",
        ReportingClause::Attach,
        "
        It rained. |We stayed in.
        Are you sure? |Yes! |Good.
        What?! |No way.
        Dr. Lee met Mrs. Park. |They talked.
        Prof. Stone and Gen. Ward agree. |So do we.
        He lives on St. John Street. |It is quiet.
        She moved to the U.S. |He did not.
        The U.S. Government agreed. |Nobody cheered.
        He left the U.K. in May. |It was cold.
        We met at 5 p.m. near the gate. |It was dark.
        The bus left at 9 a.m. |We missed it.
        It opens at 8 a.m. Monday. |Come early.
        At 5 a.m. Mr. Hall left. |We slept.
        Use a key, e.g. the hash. |It is stable.
        That is, i.e. never. |Fine.
        Cats, dogs, etc. are fine. |Snakes are not.
        We sell nuts, bolts, etc. |Ask inside.
        See Fig. 3 and Eq. 4. |They differ.
        See pp. 10 and vol. 2. |Skip the rest.
        It is No. 1 in Asia. |Sales grew.
        Is it done? |No. |We wait.
        J. K. Rowling wrote it. |It sold well.
        George W. Bush spoke. |We listened.
        This was World War I. |The next was worse.
        Acme Inc. makes tools. |Buy one.
        She works for Acme Inc. |They pay well.
        Smith et al. found it. |Others agree.
        He has a Ph.D. |She has an M.D. |Both teach.
        Compare A vs. B first. |Then choose.
        It cost $3.50 per unit. |That was cheap.
        Version 2.0.1 is out. |Version 2.0.0 is gone.
        It began in 1999. |It ended in 2001.
        It was Jan. 5 or Feb. 6. |Nobody knew.
        On Mon. 3 we start. |Bring food.
        Approx. 20 came. |Most left.
        Visit example.com for more. |It is free.
        Read https://example.com/a.b?c=d. |Then write.
        Call `a.b()` once. |It returns.
        Run node.js scripts. |They work.
        npm failed. |npm was fixed. |iOS users waited.
        We love curl. |git is fine too.
        He waited... and waited. |Nothing came.
        He waited... |Then he left.
        Well… |Perhaps not.
        I… I do not know. |Sorry.
        The end....  |Really.
        Yahoo! is old. |Google is not.
        We won! 🎉 |Thanks.
        This line is⏎wrapped here. |The next is not.
        One⏎⏎|Two
        1. Open it.⏎|2. Close it.
        - one⏎|- two
        A. First option here. |B. Second option here.
        1. The first item |2. The second item |3. The third item
        1. Sales rose from 1 to 2. |Then they fell.
        a.) The first item |b.) The second item
        • 9. The first item |• 10. The second item
        II. The second part begins here. |It is long.
        1.3. Range is a measure. |It has a unit.
        Figure 2. A plan of the house. |It is old.
        He spoke of Figure 2. |Nobody looked.
        The thing is . . . I did not mean it. |Sorry.
        Some words went. |. . . The rest stayed.
        It holds. |– To build a house takes time.
        That was all . |We went home.
        It cost Rs. 500 then. |Now it is free.
        It is at N°. 12 there. |Look.
        This is known.[7][8] |That is not.
        The $30 million was spent in the U.S. |Then US$ 5 million more came.
        **Stop here.** |Then go.
        See [What? Why!](a.md) first. |Then ask.
        The fix (at last!) landed. |Good.
        Save it. |(Or lose it.) |Quit.
        This holds.[^1] |That does not.
        This holds [1]. |That does not.
        Wait; think; act.
        Note: this is one sentence.
        Use x = a ? b : c here. |It is short.
        It is 3 ft. long and 2 in. wide. |Cut it.
    ",
    );
}

#[test]
fn english_quotations() {
    check(
        "en",
        ReportingClause::Attach,
        "
        \"Stop!\" she said. |Nobody moved.
        \"Where are you?\" asked Tom. |I hid.
        \"Let us go!\" Anna whispered. |We went.
        \"Who is it?\" I asked. |Silence.
        “I quit.” |The room went silent.
        He said, “I quit.” |Then he left.
        “Read it. |Like it. |Print it.”
        “If you go—” he began. |She left.
        He yelled \"No! Never!\" and left. |We stayed.
        “Really?” |“Really.”
        'But I—' |'You what?' |He left.
        \"It is nonsense. \" |Even now he says so.
        \"I thought—\" she said, \"it was you.\"
        'Come here!' he called. |She came.
        The film “Who Is It?” was long. |We slept.
        It's John's. |Don't touch it.
        “你好。”他说。|再见。
    ",
    );
}

#[test]
fn other_languages_follow_unicode_and_abbreviations() {
    check(
        "fr",
        ReportingClause::Attach,
        "
        Il pleut. |Nous restons.
        Voir M. Dupont. |Il attend.
        Il vaut 3.5 euros. |C'est peu.
        Une ligne⏎coupée ici. |Une autre.
        « Il vient. » |Elle attend.
        « Viens ! » dit-il. |Elle vint.
        Des fruits, p. ex. Pommes et poires. |Rien d'autre.
        Mme Durand et Mlle. Petit, etc. |Tout le monde est là.
        Il est. |Elle était.
    ",
    );
    check(
        "ja",
        ReportingClause::Attach,
        "
        雨が降った。|出かけなかった。
        「行きますか？」と彼は聞いた。|返事はなかった。
    ",
    );
    check(
        "de",
        ReportingClause::Attach,
        "
        Es regnet. |Wir bleiben.
        Tiere, z. B. Hunde und Katzen, schlafen. |Gut so.
        Tiere, z.B. Hunde, schlafen. |Gut so.
        Das heißt, d. h. Nie. |Schade.
        Hunde, Katzen usw. |Das reicht.
        Hunde, Katzen usw. Tiere schlafen. |Gut.
        Er kam am 3. Oktober. |Sie ging am 4. |Danach war Ruhe.
        Es war 1999. |Niemand wusste es.
        Dr. Weber und Prof. Klein kamen. |Wir gingen.
        „Komm!“ |Er ging.
        „Komm!“, sagte er. |Sie kam.
        »Komm!« |»Nein.«
        Siehe Abb. 3 und Nr. 4. |Sie sind neu.
    ",
    );
    check(
        "es",
        ReportingClause::Attach,
        "
        ¿Qué hora es? |¡Es tarde! |Vamos.
        El Sr. García vive en EE. UU. |Está bien.
        Frutas, p. ej. Manzanas. |Nada más.
        Dijo que no. |Se fue.
    ",
    );
    check(
        "it",
        ReportingClause::Attach,
        "
        Il Sig. Rossi è qui. |Parla piano.
        Mele, pere, ecc. |Basta così.
    ",
    );
    check(
        "pt",
        ReportingClause::Attach,
        "
        O Sr. Silva chegou. |A Dra. Costa saiu.
        Veja a pág. 12. |É curta.
    ",
    );
    check(
        "ru",
        ReportingClause::Attach,
        "
        Идёт дождь. |Мы дома.
        Это звери, т. е. Кошки и собаки. |Вот так.
        Кошки, собаки и т. д. |Этого хватит.
        Он жил в г. Москва. |Потом уехал.
        Это было в 1999 г. |Потом всё изменилось.
        Писал А. С. Пушкин. |Читали все.
        «Иди!» |Он ушёл.
    ",
    );
    check(
        "ko",
        ReportingClause::Attach,
        "
        비가 왔다. |우리는 집에 있었다.
    ",
    );
}

#[test]
fn nothing_opaque_is_cut() {
    let text = "看这里。{{< a. B。 >}}然后走。";
    let start = text.find("{{").unwrap_or_default();
    let end = text.find("}}").unwrap_or_default() + 2;
    let masked = split(
        text,
        std::slice::from_ref(&(start..end)),
        &Lang::new("zh"),
        &Segmentation::default(),
    );
    assert_eq!(masked, vec![0..start, start..text.len()]);
}

#[test]
fn long_and_odd_texts_take_no_longer_than_their_length() {
    for piece in [
        "“",
        "（",
        "《a",
        "**",
        "`a``",
        "$x ",
        "<!-- ",
        "[",
        "![a](",
        ". ",
        "\n(",
        "。",
        "”",
        "…",
        "a@",
        "://",
        "• ",
        "1. A",
        "[1]",
        " . . . A",
        "—”“",
        "» ",
        "\"",
        "'a ",
        "- \n",
        "？”",
    ] {
        let text = piece.repeat(100_000);
        let lang = Lang::new("zh");
        let ranges = split(&text, &[], &lang, &Segmentation::default());
        assert_eq!(ranges.last().map(|range| range.end), Some(text.len()));
    }
}

proptest! {
    #[test]
    fn sentences_join_back_to_the_text(text in "[a-zA-Z0-9 .!?。！？“”「」（）《》…\"'*_`$\\[\\]()\n说道的，：Ⅳé🎉\u{3000}]{0,80}", lang in "zh|en|ja|de") {
        let found = sentences(&text, &lang, ReportingClause::Attach);
        prop_assert_eq!(found.concat(), text);
    }

    #[test]
    fn no_number_is_cut(
        before in "[a。.！? “”—…\n]{0,12}", number in "[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\\.[0-9]{1,3}){0,3}", after in "[a。！? “”的A\n]{0,12}",
        lang in "zh|en|de|fr",
    ) {
        let text = format!("{before}{number}{after}");
        for range in split(&text, &[], &Lang::new(lang.as_str()), &ReportingClause::Split.into()) {
            prop_assert!(range.start <= before.len() || range.start >= before.len() + number.len());
        }
    }

    #[test]
    fn masks_anywhere_do_no_harm(text in "[a。.！? “”\n]{0,40}", cuts in proptest::collection::vec(0usize..120, 0..6), lang in "zh|en|de|fr") {
        let mut cuts: Vec<usize> = cuts.into_iter().filter(|cut| text.is_char_boundary(*cut) && *cut <= text.len()).collect();
        cuts.sort_unstable();
        let masks: Vec<_> = cuts.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
        let ranges = split(&text, &masks, &Lang::new(&lang), &Segmentation::default());
        for range in &ranges {
            prop_assert!(!masks.iter().any(|mask| mask.start < range.start && range.start < mask.end));
        }
    }
}
