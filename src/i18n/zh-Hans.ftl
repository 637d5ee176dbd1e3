### 界面用语，简体中文。编号与变量同 `en.ftl` 一致；规则的消息另见文末各节。
### 文风：短句，先说位置，再说原因，最后说怎么办；不责怪人。

### proj

config-broken = 不是有效的 YAML：{ $detail }；请改正这一行后重试
config-unknown-key = 未知的键“{ $key }”；是不是“{ $nearest }”？
config-duplicate-key = 键“{ $key }”在此重复出现；请保留其中一个
config-missing-key = 缺少键“{ $key }”；请补上（`duizhao init --dry-run` 会给出示例）
config-not-switch = `{ $key }` 既不是 true 也不是 false；请写其中之一
config-not-text = “{ $key }”在此处需要一段文字；若看起来像数字，请加引号
config-not-map = “{ $key }”在此处需要成对的键和值，例如 `key: value`
config-version = 不认识这个配置版本；请写 `version: 1`
config-empty-list = “{ $key }”是空的；请至少写一项
config-lang = “{ $tag }”不是语言标签；请写 `zh-Hans`、`en`、`pt-BR` 之类的标签
config-lang-twice = 语言“{ $tag }”写了两次；请保留一个
config-same-lang = “{ $tag }”既是源语言又是目标语言；请从目标语言中去掉
config-severity = “{ $value }”不是严重程度；是不是“{ $nearest }”？（off、info、warning、error）
config-dialect = “{ $value }”不是已知的方言；请写 `markdown`、`markdown-with-ids`、`mdx` 或 `loose-mdx`
config-spelling = “{ $value }”不是已知的拼写习惯；请写 `us` 或 `gb`
config-reporting = 此处不认识“{ $value }”；请写 `attach`（说话人小句归入引语所在的句子）或 `split`
config-sync-new = 此处不认识“{ $value }”；请写 `comment`（引用原文的占位注释）或 `source`（原文本身）
config-extend = `extend` 应为 `true` 或 `false`：规则文件未作规定之处是否用 duizhao 自带的规则
config-coverage = 最低覆盖率应是 0 到 100 之间的数
config-age = 译文可以过时多久，请写天数或周数：`30d`、`6w`
config-coverage-lang = “{ $tag }”不是这个项目的目标语言；请写 `targets` 里的一种
config-unknown-rule = 没有规则“{ $rule }”；是不是“{ $nearest }”？
config-glob = 模式“{ $glob }”无法使用：{ $detail }
config-outside = “{ $path }”超出了项目范围；请写相对于 duizhao.yaml 所在文件夹的路径，用 `/` 分隔，不含 `..`
config-placeholder = “{ $pattern }”的花括号中有 {"{path}"} 和 {"{lang}"} 以外的内容，或者含有 `*`；模式只认这两个占位符
config-path-twice = “{ $pattern }”中 {"{path}"} 出现了两次；一次就够
config-no-path = “{ $pattern }”指向文件夹，或让所有文档共用一个文件；请用 {"{path}"} 表示路径的其余部分
config-no-lang = “{ $pattern }”对多个目标语言都相同；请用 {"{lang}"} 表示语言
config-path-one-side = “{ $source }”和“{ $target }”只有一个含 {"{path}"}；请两个都写或都不写
config-same-path = “{ $pattern }”就是源文件本身；请给译稿另外的位置
content-missing = 这里没有“{ $path }”；请改正此项的 `source`，或删除此项
content-empty = 没有文档符合 `source` 的模式；请改正模式，或添加 .md、.mdx 文件
project-missing = { $folder } 及其上级文件夹中没有 duizhao.yaml；请运行 `duizhao init` 创建
path-outside = { $path }: 不在项目之内；请指定项目内的路径
path-not-content = { $path }: 不属于 duizhao.yaml 的任何 `content` 项，或已被排除；请换一个路径或修改配置
file-missing = { $path }: 没有这个文件或文件夹；请检查拼写
file-permission = { $path }: 没有权限；请修改文件或其所在文件夹的权限
file-is-folder = { $path }: 是文件夹，不是文件；请指定文件
file-not-folder = { $path }: 路径中有一段是文件而不是文件夹；请移走其中之一
file-too-large = { $path }: 大于 4 GiB；请拆分或排除它
file-special = { $path }: 既不是文件也不是文件夹；请排除它
file-dangling = { $path }: 是指向不存在之处的符号链接；请修好或删除它
file-loop = { $path }: 是绕回自身的符号链接；请修好或删除它
file-disk-full = { $path }: 磁盘已满，无法写入；请腾出空间后重试
file-read-only = { $path }: 所在的文件系统只读；请以可写方式挂载，或在副本上操作
file-size-limit = { $path }: 无法写入，文件大小超出系统对本程序的限制；请提高限制（`ulimit -f`）后重试
file-changed-meanwhile = { $path }: 读取之后文件有改动，所以没有覆盖；请再运行一次
file-unreadable = { $path }: 无法读取或写入：{ $detail }
align-dictionary-line = { $path }:{ $line }: 不是词典条目；条目形如 `傳統 传统 [chuan2 tong3] /tradition/traditional/`
align-embeddings-line = { $path }:{ $line }: 不是向量：{ $cause }；每行是一个含 "text" 和 "vector" 的 JSON 对象，所有向量等长
align-file-and-folder = { $folder }: 是文件夹，而 { $file } 是文件；请给出两个文件或两个文件夹
align-no-partner = { $path }: 在 { $folder } 中没有同名的对应文件；请补上，或把此文件移到别处
align-out-missing = 两个文件夹会产生多个结果：请用 `--out FOLDER` 指定写到哪里，并且格式后面不带文件名
align-same-name = { $path }: 除扩展名外与 { $other } 同名；请改掉一个
file-not-utf8 = { $path }:{ $line }: 不是 UTF-8；请转换编码（例如用 iconv）或排除它
file-crash = { $path }: 程序处理此文件时出错，已跳过；请报告这个问题，方便的话附上文件
glossary-missing = { $path }: 没有这个术语表文件；请改正 duizhao.yaml 中的 `glossary`
init-exists = { $path }: 已经存在；请直接编辑，或先删除它
init-nothing-found = 文档旁没有找到译稿；以下模式只是建议，若译稿另有位置请改正
init-no-documents = 没有找到 Markdown 文件；以下模式是给新项目的建议
init-source-guessed = 以 { $source } 为源语言，因为{ $reason ->
        [files] 这一边的文档更多
        [leftover] 另一边有几篇文档还是这种语言
        [chinese] 两边文档数量相近，而这一边是中文
        [base] 其他语言放在文件夹或后缀里，而它没有
       *[config] 站点配置如此
    }；若不对，请运行 `duizhao init --source 语言`
init-site = { $path }：{ $generator } 的配置，{ $default ->
        [none] 其中没有写明默认语言
       *[other] 默认语言 { $default }
    }{ $languages ->
        [none] {""}
       *[other] ，语言 { $languages }
    }
init-entry = { $source } → { $target }：{ $n } 篇文档，译稿：{ $drafts }
init-left-out = 略过了 { $n } 个没有对应文件的 Markdown 文件：{ $folders }；若其中有要翻译的，请在 `content` 中添加条目
init-content = --content { $entry }：不是一对模式；请写成 SOURCE=TARGET，两边都含或都不含 {"{path}"}：docs/{"{path}"}=i18n/{"{lang}"}/{"{path}"}
init-wrote = 已写入 { $path }
init-inferred = 从历史得知 { $documents } 篇文档中 { $n } 个单元的原文，均为待确认；其中 { $changed } 个的原文此后有改动，见 `duizhao diff`；其余的可用 `duizhao accept --all --unchanged` 记录
init-pin-unknown = front matter 中的提交“{ $commit }”不在此仓库中，或其中没有这份原文；改为查询历史
init-next = 下一步：`duizhao status` 显示翻译进度；核对之后用 `duizhao accept --all` 记录现有的对应关系
init-comment-head = 对照（duizhao）的配置：让译文与原文保持同步。
init-comment-content = 文档所在的位置。{"{path}"} 在两边代表同一段文字，{"{lang}"} 代表目标语言。
init-comment-glossary = 术语及其译法，可分成几个文件。
init-comment-gate = `duizhao check` 遇到这个级别及以上的发现即告失败；加上 `min-coverage: 100` 则要求译稿完整。

### git：命令要查看的版本

git-missing = 无法启动 git：{ $detail }；请安装 git，或者不指定版本再运行
git-no-repository = { $folder }：不在任何 git 仓库里；请在克隆的仓库里运行，或者不指定版本
git-failed = `git { $command }` 失败：{ $detail }
git-revision-unknown = 这个仓库里没有版本“{ $revision }”；请写一个提交、分支或标签（`git log` 可以查看）
git-revision-shallow = 这个克隆的历史被截断，里面没有“{ $revision }”；请先取回（`git fetch --unshallow`，CI 里用 `fetch-depth: 0`）
git-merge-base = “{ $revision }”和当前提交没有共同的祖先；请写同一历史里的版本
git-merge-base-shallow = 这个克隆的历史被截断，找不到“{ $revision }”和当前提交分开的地方；请取回更多历史（`git fetch --unshallow`，CI 里用 `fetch-depth: 0`）
git-no-project = 版本“{ $revision }”里没有 { $path }；请写更晚的版本
git-project-broken = 无法读取项目在版本“{ $revision }”时的样子：

### CLI: help

cli-duizhao = 让 Markdown 译稿与原文保持同步：哪些未译、哪些过时、哪些前后不一。
cli-duizhao-after =
    先运行 `duizhao init`；之后 CI 只需要 `duizhao check`。
    退出码：0 无问题，1 有达到门槛的问题，2 无法运行。
cli-init = 识别仓库的布局，写出 duizhao.yaml
cli-init-after =
    示例：
      duizhao init --dry-run                       只显示将写入的内容
      duizhao init --source zh-Hans --target en    指明语言，不靠猜测
cli-status = 显示翻译进度：各文档各状态的单元数与字数
cli-diff = 列出待办：未译、过时、待确认、失去原文的单元，并给出两边的位置
cli-diff-after =
    示例：
      duizhao diff --state stale             只看接受之后原文有改动的单元
      duizhao diff docs/guide.md             只看一篇文档
      duizhao diff --since v1.0 --format html=review.html
                                             给审校者的网页：原文与译文的新旧对照
      duizhao diff --format json             供脚本使用
cli-next = 显示下一件要做的事，并在编辑器里打开它所在的行
cli-next-after =
    过时的最先：数字和重写的内容先于小改动。然后是已经动笔的译稿里缺的部分，剩得最少的文件在前；
    再后是无人确认的；完全没有译稿的文档排在最后。

    示例：
      duizhao next                           一个单元，附位置
      duizhao next --open                    同上，并用 $VISUAL 或 $EDITOR 打开所在的行
      duizhao next -n 5 --state stale docs/  一个文件夹中最要紧的五处改动
cli-render = 输出双语版本：Markdown、网页、电子书（EPUB），或网站的又一种语言
cli-render-after =
    两边的每个块都会出现在双语版本里；未译和过时之处会用译稿的语言注明。

    示例：
      duizhao render docs/guide.md                                     只出一页，写到标准输出
      duizhao render --output bilingual                                输出全部页面，连同链接和图片
      duizhao render --format markdown-details --first target -o out   以译文为主，原文折叠
      duizhao render --format html --output reader                     左右对照的网页，带搜索和术语表
      duizhao render --format epub --output book.epub                  电子书
      duizhao render --format docusaurus --output website              写到 i18n/en-x-bi，与其他语言并列
      duizhao render --format mdbook --output src-bilingual            与 src 并列，由 book.toml 指定
      duizhao render --format html --output reader --watch             每次保存后重新输出
cli-export = 把文档交给译者和翻译软件：工作包、表格、PO、XLIFF、TMX
cli-export-after =
    每个片段都带有按原文内容得出的名称，以及当前译稿内容的名称：`duizhao import` 收回文件时，不会覆盖此间有人改过的译稿。

    示例：
      duizhao export --format jsonl                        未译和过时的部分，每行一个 JSON 对象
      duizhao export --output review.xlsx docs/            把一个文件夹做成表格交给审校者
      duizhao export --format xliff-1.2 -o jobs/           每篇文档一个文件
      duizhao export --format po --lang ja --output ja.po  多种语言中的一种
cli-import = 把译者交回的内容写入对应的译稿
cli-import-after =
    译稿中只有导入的单元会变。以下情况保持原样并说明：导出后有人改过译稿，原文此后有改动，行内代码与原文不一致。
    写入的内容按文件所说的级别记为已接受。

    退出码：0 全部完成，1 有内容未写入，2 无法运行。

    示例：
      duizhao import --dry-run review.xlsx                 看看会写入什么
      duizhao import jobs/*.xlf                            一次导入多个文件
cli-sync = 让译稿跟上原文：为新内容占位，跟随移动，复制改动过的代码与图片
cli-sync-after =
    不动任何译文。原文的新内容处写入以 `duizhao-new` 开头的注释，注释的写法依译稿的方言而定；译好后换掉它即可。
    译稿不存在时会新建。

    示例：
      duizhao sync --dry-run                 会做些什么
      duizhao sync docs/guide.md --diff      同上，以 unified diff 显示
      duizhao sync --new source              缺译文处放入原文，后附该注释
      duizhao sync --patch                   照样改动链接、代码、数字与版本号，记为机器所译
      duizhao sync --prune                   同时删去原文已不在的部分
cli-check = 检查状态、覆盖率、术语和译文质量：CI 的门槛
cli-check-after =
    示例：
      duizhao check                              检查全部
      duizhao check --select term,num docs/      几组规则，一个文件夹
      duizhao check --diff                       显示 --fix 会改什么
      duizhao check --format github              GitHub 上的注解
      duizhao check --pair '开源模型' 'closed models' --glossary glossary/ai.yaml
cli-accept = 记下：译稿以现在的样子译出了原文现在的样子
cli-accept-after =
    示例：
      duizhao accept translations/en/guide.md        一篇文档中所有配上对的单元
      duizhao accept translations/en/guide.md:42     第 42 行的那一对
      duizhao accept --all --dry-run                 显示全部接受时会记下什么
      duizhao accept source/guide.md:42 --reason '只改了错字'
cli-segment = 列出一个文件的单元和句子
cli-assemble = 从标准输入读取 segment 的 JSON，打印替换了这些单元的文件
cli-assemble-after =
    示例：
      duizhao segment --format json a.md | my-script | duizhao assemble a.md
cli-align = 不需要项目，直接给两个文件的单元配对
cli-explain = 解释一条规则
cli-rules = 列出所有规则
cli-completions = 打印 shell 的补全脚本
cli-man = 打印 roff 格式的手册页
cli-help = 显示程序或某个命令的帮助

cli-arg-ui-lang = 界面语言：en 或 zh-Hans；不给则由区域设置决定
cli-arg-color = 何时使用颜色
cli-arg-directory = 在这个文件夹中工作，而不是当前文件夹
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-arg-paths = 原文、译稿或文件夹；不给则为全部
cli-arg-format = 输出格式，以及要写入的文件；可以给多次
cli-arg-dry-run = 只显示会做什么，不写任何文件
cli-arg-source-lang = 原文语言（BCP 47）；不给则自动猜测
cli-arg-target-lang = 译文语言（BCP 47）；不给则自动猜测
cli-arg-lang = 文件语言（BCP 47）；不给则自动猜测
cli-init-from-history = 在锁文件中记下每个译文单元最后改动时原文的样子：依据 git 历史、译稿 front matter 中的提交号，或引用原文的注释；已有项目也可用
cli-init-source = 原文语言（BCP 47）；不给则自动猜测
cli-init-content = 内容条目，SOURCE=TARGET；可重复给出；不给则自动识别
cli-init-target = 译文语言（BCP 47），用逗号分隔；不给则自动猜测
cli-next-number = 显示几件
cli-next-state = 只看处于这些状态的单元，用逗号分隔
cli-next-open = 用 $VISUAL 或 $EDITOR 打开译稿，停在第一个单元所在的行
cli-status-no-cache = 全部重新计算；不读也不写 .duizhao/cache
cli-status-folders = 按文件夹合计（最多这么多层，不写数字为 2 层），不逐个列出文档
cli-status-blame = 说明单元从何时起过时或未译，出自原文的哪些提交
cli-status-since = 同时显示这个版本（提交、分支、标签）的覆盖率，以及升降多少
cli-diff-state = 只看处于这些状态的单元，用逗号分隔
cli-check-select = 只用这些规则或规则组，用逗号分隔
cli-check-ignore = 不用这些规则或规则组，用逗号分隔
cli-check-min-coverage = 最低覆盖率（百分数）：全部的（优先于 duizhao.yaml 中的设定），或某些路径的（`docs/**=95`）；可以给多次
cli-check-max-stale-age = 译文过时超过这个期限（`30d`、`6w`）即告失败，按截至当前提交的历史计算
cli-check-no-regression = 比这里更差即告失败：一个版本，或 --write-baseline、--update-ratchet 写出的文件
cli-check-fix = 应用不改变意思的修正
cli-check-unsafe-fixes = 连需要人再看一眼的修正也应用
cli-check-baseline = 略过此文件中已知的问题；优先于 duizhao.yaml 里的设置
cli-diff-since = 只看这个版本（提交、分支、标签）以来任一边有改动的地方
cli-diff-blame = 说明每个单元从何时起过时或未译，出自原文的哪个提交
cli-check-write-baseline = 把目前的全部问题写入基线：此后只报告新问题
cli-check-changed-from = 只报告与这个版本（分支、标签、提交）分开之后变差的地方
cli-check-no-cache = 全部重新计算；不读也不写 .duizhao/cache
cli-check-ratchet = 比这个文件所记的更差即告失败，它许可的则放行；优先于 duizhao.yaml 里的
cli-check-update-ratchet = 记下已达到的水平：此后不许变差
cli-check-loosen = 允许 --update-ratchet 记下更低的水平
cli-check-diff = 只显示修正会改什么，不写任何文件
cli-check-pair = 不检查项目，只检查这两段文字
cli-check-glossary = 供 --pair 使用的术语表；可以给多次
cli-render-format = 输出什么格式
cli-render-output = 写到哪个文件夹，只有一页时也可以是文件；不写则把唯一的一页写到标准输出
cli-render-first = 哪一边在前
cli-render-state = 只输出译文处于这些状态的段落，用逗号分隔；标题保留
cli-render-fallback = 译文缺失处放什么：原文，或只放一个标记、原文折叠
cli-render-title = 书名；不写则用唯一一篇文档的标题，或项目文件夹的名称
cli-render-allow-html = 让文档里的 HTML 原样进入网页；不写则作为文字显示
cli-render-watch = 有文件保存就重新输出，按 Ctrl-C 结束
cli-render-locale = 网站如何称呼双语版本的语言 [默认：译稿的语言加 `-x-bi`]
cli-export-format = 格式；不写则按 --output 的扩展名
cli-export-output = 要写的文件，或文件夹（每篇文档一个文件）；不写则写到标准输出
cli-export-lang = 译稿的语言（BCP 47），有多种时需要
cli-export-state = 只要处于这些状态的片段，用逗号分隔；不写则按格式的用途
cli-export-code = 代码块、标记和公式也导出
cli-export-full = 格式能容纳的全部内容：匹配、术语、注释；有些软件只能读简单形式
cli-export-prefill = 没有译文处放入原文：有些软件只翻译已有译文位置的片段
cli-import-files = 要读的文件；- 表示标准输入
cli-import-input-format = 文件的格式；不写则按扩展名
cli-import-lang = 译稿的语言（BCP 47）；不写则按文件所说
cli-import-dry-run = 不写入，只说会做什么
cli-import-unfinished = 标为未完成（fuzzy）的也写入，记为机器翻译
cli-import-overwrite = 文件没有说明翻译时译稿内容的，也覆盖译稿
cli-import-allow-code-changes = 链接、代码、标签与原文不一致的，也写入
cli-import-no-accept = 只写译稿，不在锁文件中记录
cli-sync-new = 译稿中新内容处放什么：引用原文的注释，或原文本身并后附该注释；不给时由 duizhao.yaml 决定
cli-sync-patch = 同时照样做原文中有把握的机械改动：链接目标、行内代码、数字、版本号、锚点
cli-sync-prune = 同时删去原文已不在的部分
cli-sync-diff = 以 unified diff 显示会改什么，不写入
cli-accept-paths = 原文、译稿或文件夹；带行号时，只接受任一边在该行的那一对
cli-accept-unchanged = 其中只接受原文自译稿最后改动以来没有变化的（见 `init --from-history`）
cli-accept-all = 接受所有配上对的单元，不论把握大小：整个项目的，或所给路径的
cli-accept-level = 要记下的级别
cli-accept-reviewed = 等同于 --level reviewed
cli-accept-reason = 原文改了而译稿没动，为什么译稿仍然合适
cli-segment-file = 要读取的文件；- 表示标准输入
cli-segment-plain = 按纯文本读取：空行之间为一段
cli-segment-reporting = 引语之后的“他说”之类归入引语所在的句子（attach）还是另成一句（split）；优先于 duizhao.yaml 中的设置
cli-segment-srx = 断句所用的规则文件（SRX 2.0），用于其中列出的语言；优先于 duizhao.yaml 中的设置
cli-assemble-file = 要替换单元的文件
cli-align-source = 原文文件或文件夹；- 表示标准输入
cli-align-target = 译文文件或文件夹
cli-align-sentences = 给句子配对，而不是单元
cli-align-dictionary = CC-CEDICT 格式的词典，与内置词表一同使用
cli-align-embeddings = 自备的句向量，每行一个 JSON 对象：{"{"}"text": "…", "vector": [0.1, …]{"}"}
cli-align-out = SOURCE 和 TARGET 是文件夹时结果写入的文件夹；文件按名字配对
cli-align-lines = 给每行一段的文件逐行配对
cli-explain-rule = 规则，如 state/stale
cli-completions-shell = shell 的名字
cli-man-command = 要看哪个命令的手册页
cli-help-command = 命令

cli-value-COMMAND = 命令
cli-value-OPTIONS = 选项
cli-value-PATH = 路径
cli-value-PATH--LINE- = 路径[:行]
cli-value-FILE = 文件
cli-value-DIR = 文件夹
cli-value-LANG = 语言
cli-value-WHEN = 时机
cli-value-FORMAT--FILE- = 格式[=文件]
cli-value-FORMAT = 格式
cli-value-SIDE = 一边
cli-value-NAME = 名称
cli-value-STATE = 状态
cli-value-RULE = 规则
cli-value-PERCENT = 百分数
cli-value--GLOB--PERCENT = [路径=]百分数
cli-value-DAYS = 天数
cli-value-BASE = 基准
cli-value-SOURCE = 原文
cli-value-TARGET = 译文
cli-value-LEVEL = 级别
cli-value-TEXT = 文字
cli-value-SHELL = SHELL
cli-value-WHAT = 内容
cli-value-REV = 版本

cli-help-usage = 用法：
cli-help-commands = 命令：
cli-help-arguments = 参数：
cli-help-options = 选项：
cli-help-values = [可选：{ $values }]
cli-help-default = [默认：{ $default }]

### CLI: a command line that cannot be read

usage-value-missing = { $arg } 需要一个值
usage-value-invalid = “{ $value }”不能用作 { $arg } 的值
usage-argument-unknown = 没有“{ $arg }”这个参数
usage-command-unknown = 没有“{ $command }”这个命令
usage-equals-missing = { $arg } 的值之前要有等号
usage-values-too-many = { $arg } 的值太多：多了“{ $value }”
usage-values-too-few = { $arg } 至少需要 { $least } 个值，现有 { $actual } 个
usage-values-wrong-number = { $arg } 需要 { $least } 个值，现有 { $actual } 个
usage-argument-twice = { $arg } 只能给一次
usage-argument-conflict = { $arg } 与 { $prior } 不能同时使用
usage-argument-missing = 还缺少：{ $arg }
usage-command-missing = 还缺少命令
usage-not-utf8 = 有参数不是 UTF-8
usage-other = 无法读懂命令行
usage-nearest = 是不是想写 { $nearest }？
usage-trailing = 若要把它当作值，请写 `-- { $arg }`
usage-values = 可选：{ $values }
usage-see-help = 请看 `{ $command }`

### CLI: interop

cli-interop = 处理其他程序的文件：PO、XLIFF、TMX、TBX
cli-interop-after =
    `duizhao interop 命令 --help` 说明各个命令。
cli-interop-check = 按各格式的规则检查 PO、XLIFF、TMX、TBX 文件
cli-interop-check-after =
    示例：
      duizhao interop check po/zh_CN.po job.xlf
      duizhao interop check --strict --format json memory.tmx
      xmllint --format terms.tbx | duizhao interop check --as tbx -
cli-interop-check-files = 要检查的文件；- 表示标准输入
cli-interop-check-format-of-files = 文件的格式；不给则按内容和扩展名判断
cli-interop-check-strict = 有警告也算不通过

### CLI: glossary

cli-glossary = 打理术语表：列出、查找、修改、检查术语
cli-glossary-after =
    `duizhao glossary 命令 --help` 有各命令的详细说明。
cli-glossary-list = 列出全部词条，或含有某段文字的词条
cli-arg-glossary = 要处理的术语表文件；不给则用项目的术语表；可以给多次
cli-glossary-list-text = 只列含有这段文字的词条
cli-glossary-list-status = 只列处于这些状态的词条，以逗号分隔
cli-glossary-list-domain = 只列属于这些领域的词条，以逗号分隔
cli-value-STATUS = 状态
cli-value-DOMAIN = 领域
cli-glossary-rename = 给译名改名：术语表和所有译稿的正文一起改；不给 --write 则只预览
cli-glossary-rename-after =
    示例：
      duizhao glossary rename 'big model' 'large model'
      duizhao glossary rename 'big model' 'large model' docs/ --write
cli-glossary-rename-old = 术语表中现在的译名
cli-glossary-rename-new = 新的译名
cli-glossary-rename-everywhere = 原文中没有该术语的已译单元也改
cli-glossary-rename-write = 写入改动
cli-value-OLD = 旧译名
cli-value-NEW = 新译名
glossary-target-missing = 没有词条的译文是“{ $name }”；`duizhao glossary list` 列出全部词条
glossary-target-ambiguous = 几个词条的译文都是“{ $name }”：{ $places }；请在那里手工改名
glossary-rename-left = { $path }:{ $line }：“{ $text }”保持原样：周围的词可能也要改
glossary-rename-would = 译稿中有 { $n } 处会改；--write 写入
glossary-rename-done = 译稿中改了 { $n } 处
cli-glossary-lookup = 找出一段文字中的术语（原文译文皆可），并显示术语表的规定
cli-glossary-lookup-after =
    示例：
      duizhao glossary lookup 开源模型
      cat draft.md | duizhao glossary lookup -
cli-glossary-lookup-text = 要查看的文字；- 表示标准输入
cli-glossary-add = 按文件的写法添加词条；其余各行保持不变
cli-glossary-add-after =
    示例：
      duizhao glossary add 智能体 agent --allow 'AI agent' --forbid robot
      duizhao glossary add GitHub --dnt
cli-glossary-add-source = 原文写法
cli-glossary-add-target = 首选译文
cli-glossary-add-allow = 可用的译文；可以给多次
cli-glossary-add-forbid = 错误的译文；可以给多次
cli-glossary-add-note = 给译者的提示
cli-glossary-add-status = 词条的状态
cli-glossary-add-dnt = 不翻译的名称
cli-glossary-add-file = 要写入的术语表文件；有多个文件时必须给出
cli-glossary-admit = 为词条增加一个可用的译文
cli-glossary-admit-target = 要增加的译文
cli-glossary-remove = 删去词条；注释保留
cli-arg-source = 词条的原文写法或 id
cli-glossary-check = 检查术语表本身，包括词条自带的示例
cli-glossary-calibrate = 显示译稿遵守了哪些词条、实际怎么译，以及如何收入
cli-glossary-stats = 统计每个术语在文档中出现和得到遵守的次数
glossary-note = 提示
glossary-instead = 实际译法
glossary-checked = 检查
glossary-obeyed = 遵守
glossary-rate = 比率
glossary-hits = 出现
glossary-documents = 文档
glossary-lookup-none = 没有术语
glossary-written = 已写入 { $path }
glossary-add-empty = 有术语或提示是空的；请写完整
glossary-add-twice = “{ $term }”已有词条：{ $place }；请用 `duizhao glossary admit` 增加译文，或直接改那里
glossary-admit-twice = “{ $target }”已经可用
glossary-admit-forbidden = “{ $target }”在此是禁用的；请先从 `forbid` 中去掉
glossary-entry-missing = 没有词条“{ $name }”；`duizhao glossary list` 列出全部词条
glossary-entry-ambiguous = 几个词条都有原文写法“{ $name }”：{ $places }；请给其中一条写上 `id`，再用它指明
glossary-no-file = 没有术语表文件；请用 --glossary 指明，或写在 duizhao.yaml 的 `glossary` 之下
glossary-which-file = 术语表文件不止一个；请用 --file 指明：{ $files }
glossary-file-unknown = “{ $path }”不是术语表文件：{ $files }
glossary-edit-refused = 此处无法由程序安全地修改，没有写入任何内容；请手工修改
glossary-calibrate-none = 译稿遵守了每个词条
glossary-calibrate-admit = 实际译法若是正确的，可以这样收入：
glossary-stats-sum = { $n } 个词条中用到了 { $used } 个；译稿在 { $rate } 的地方遵守了它们
glossary-source = 原文
glossary-target = 译文
glossary-allow = 可用
glossary-forbid = 禁用
glossary-status = 状态
glossary-place = 位置
glossary-status-proposed = 提议
glossary-status-approved = 已定
glossary-status-deprecated = 停用
glossary-dnt = （不译）
glossary-no-check = （不检查）
glossary-list-none = 没有词条
glossary-list-sum = { $n } 个词条

### CLI: files and folders

cli-error = 错误：
cli-loading = 正在读取 { $n } 篇文档
cli-waiting = 另一个 duizhao 正在此项目中写入；等它结束
cli-output-failed = 无法写到标准输出：{ $error }
cli-folder-not-utf8 = { $path }：文件夹的路径不是 UTF-8；请把项目移到别处
cli-rule-unknown = 没有“{ $rule }”这个规则或规则组；`duizhao rules` 会列出全部

### CLI: what commands say

home-outside = 这个文件夹还不属于任何 duizhao 项目：运行 `duizhao init` 即可建立。
home-empty = 项目中还没有文档：请看 duizhao.yaml 中的 `content`。
home-stale = { $n } 个单元已过时，原文有改动：`duizhao diff --state stale`
home-untranslated = { $n } 个单元未译：`duizhao diff --state untranslated`
home-unconfirmed = { $n } 个单元待确认：请先通读，再运行 `duizhao accept 路径`
home-machine = { $n } 个单元是机器译的：请先通读，再运行 `duizhao accept 路径`
home-orphaned = 译稿中 { $n } 个单元失去了原文：`duizhao diff --state orphaned`
home-edited = 译稿中 { $n } 个单元在接受之后改过：`duizhao diff --state edited`
home-some = 以上是 { $n } 篇文档中覆盖率最低的；`duizhao status` 列出全部。
home-check = `duizhao check` 还会检查术语、链接、标记等。
home-done = 全部已译并已接受。`duizhao check` 还会检查术语、链接、标记等。
check-fixed = 已修正 { $n } 处
check-more-unsafe = 另有 { $n } 处修正需要再看一眼：`--unsafe-fixes` 会一并应用
check-nothing-to-fix = 没有可以自动修正的地方
check-coverage = { $lang ->
        [all] {""}
       *[other] { $lang }{" "}
    }覆盖率为 { $coverage }%，门槛要求 { $least }%
check-coverage-nothing = { $glob }：要求了最低覆盖率，却没有这样的文档；请从当前文件夹写起，例如 `docs/**=95`
check-regression = { $lang } 的覆盖率从 { $then } % 降到 { $coverage } %，要做的也更多了
regression-neither = { $path }：这既不是基线，也不是棘轮文件；请写 `--write-baseline` 或 `--update-ratchet` 写出的文件，或一个版本
check-age = 已过时 { $days } 天，门槛只许 { $most } 天；始于 { $date } 的提交 { $commit }“{ $subject }”
check-age-more = 另有 { $n } 个单元过时太久
check-age-no-history = 这里没有历史可查译文从何时起过时；略过 --max-stale-age
check-age-cut-off = 这个克隆的历史不完整，查不到 { $n } 个单元从何时起过时；请取回全部历史（`git fetch --unshallow`，`fetch-depth: 0`）
check-age-untold = 历史中查不到 { $n } 个单元从何时起过时；门槛不计这些
baseline-version = 这不是第 1 版的基线；请用 `duizhao check --write-baseline` 重新生成
baseline-damaged = 基线的这一行无法读取；请修正，或用 `duizhao check --write-baseline` 重新生成
baseline-known = 略过 { $n } 个已知问题
baseline-gone = 基线中有 { $n } 个问题已不存在；请运行 `duizhao check --write-baseline`
baseline-written = 已将 { $n } 个问题写入 { $path }
baseline-next = 下一步：在 duizhao.yaml 中写入 `gate: {"{"}baseline: { $path }{"}"}`，以后每次检查都会略过它们
changed-known = 略去改动之前（{ $commit }）就有的 { $n } 个发现
changed-no-project = 这次改动与“{ $revision }”分开之处没有可读的配置；两边都用现在的配置
check-coverage-fell = { $lang ->
        [all] {""}
       *[other] { $lang }{" "}
    }覆盖率从 { $then } % 降到 { $coverage } %；门槛要求 { $least } %，或者不低于改动之前
ratchet-version = 这不是版本 1 的棘轮文件；请用 `duizhao check --update-ratchet --loosen` 重写
ratchet-damaged = 棘轮文件的这一行读不了；请改正，或用 `duizhao check --update-ratchet --loosen` 重写
ratchet-missing = { $path }：没有这个棘轮文件；请用 `duizhao check --update-ratchet` 生成
ratchet-coverage = { $lang } 的覆盖率降到 { $now } %，要做的也更多了；棘轮文件里是 { $then } %
ratchet-rule = { $rule }：有 { $now } 个发现；棘轮文件只许 { $allowed } 个
ratchet-within = { $n } 个发现达到门槛，在棘轮文件许可之内
ratchet-better = 比棘轮文件要求的更好；用 `duizhao check --update-ratchet` 保持下去
ratchet-refused = { $path }：没有改动，否则会放宽要求；请改正变差之处，或加上 `--loosen`
ratchet-written = 已写入 { $path }
ratchet-next = 下一步：在 duizhao.yaml 里写 `gate: {"{"}ratchet: { $path }{"}"}`，每次检查都不许变差
accept-what = 请说明要接受什么：路径、带行号的路径（`guide.md:42`），或用 --all 接受所有配上对的单元
accept-no-pair = { $path }:{ $line }：这一行没有配上对的单元；`duizhao diff` 会列出位置
accept-dropped = { $path }：已删除；对应的文档已不在，其中的记录都已在刚写入的锁文件里
accept-done = { $n ->
        [0] 没有需要新接受的
       *[other] 已接受 { $n } 对
    }
accept-same = 其中 { $n } 对的译稿还是原文的语言：`duizhao check --select left` 会列出
accept-refused = 什么也没有接受；请先修好这些文件，或指明要接受的文档
accept-would = { $n ->
        [0] 不会接受任何单元
       *[other] 将会接受 { $n } 对
    }
accept-blind = { $source }：接受之后原文有改动，而 { $target } 没有动：未接受
accept-blind-help = 有 { $n } 对未被接受：请修改译稿，或用 --reason 说明译稿为什么仍然合适
assemble-needs-file = assemble 从标准输入读取 JSON，所以“文件”必须是真实的文件
assemble-bad-json = 标准输入第 { $line } 行第 { $column } 列：不是 `duizhao segment --format json` 打印的 JSON
assemble-bad-schema = 标准输入的 schema 是“{ $schema }”，需要 { $wanted }
assemble-foreign-unit = 单元 { $id }（字节 { $start } 到 { $end }）不属于这个文件，或出现了两次；请重新运行 segment

### CLI: states, severities, changes

pair-untranslated = 未译
pair-machine = 机译
pair-unconfirmed = 待确认
pair-stale = 过时
pair-edited = 已改
pair-translated = 已译
pair-reviewed = 已审
pair-orphaned = 无原文
pair-ignored = 不译
change-cosmetic = 仅空白或全半角
change-markup = 仅标记
change-moved = 移动
change-number = 仅数字
change-minor = 小改
change-rewrite = 重写
severity-error = 错误
severity-warning = 警告
severity-info = 提示
severity-off = 关闭

### CLI: reports

format-full = 显示相关的行，并标出位置
format-concise = 每行一个问题
format-json = 供脚本使用的 JSON
format-github = GitHub 上的注解
format-gitlab = GitLab 的代码质量报告
format-azure = Azure Pipelines 的日志命令
format-sarif = SARIF 2.1.0，用于代码扫描
format-rdjson = 供 reviewdog 使用的诊断
format-junit = JUnit XML：不过关的问题记作失败
format-checkstyle = Checkstyle 格式的 XML
format-markdown = 供任务摘要或合并请求使用的小结
format-html = 供浏览器查看的进度页，一个文件：语言、文档，以及每个单元和它的问题
format-badge = 覆盖率徽章（SVG）
format-shields = 同上，供 shields.io 的 endpoint 使用
badge-label = 翻译
page-dashboard = 翻译进度
page-review = 译文中要看的地方
page-since = { $revision } 以来的改动
page-gone = 已删除
page-settled = 这篇文档没有要看的地方。
page-languages = 语言
page-documents = 文档
page-others = 文档以外的问题
page-search = 路径或文字
page-state = 单元
page-any-state = 所有要看的
page-found = 有问题的
page-any-language = 全部
page-sort = 顺序
page-by-name = 按路径
page-by-coverage = 覆盖率低的在前
page-by-open = 待办多的在前
page-by-errors = 问题多的在前
page-open = 全部展开
page-close = 全部收起
page-none = 没有符合条件的内容。
page-shown = # 篇文档，# 个单元
page-errors = { $n } 个错误
page-warnings = { $n } 个警告
page-more = 另有 { $n } 个单元待确认：`duizhao diff --state unconfirmed` 会显示
page-nothing = 没有要看的地方。
render-skip = 跳到正文
render-layout = 版式
render-layout-interleaved = 逐段对照
render-layout-side = 左右对照
render-layout-source = 只看原文
render-layout-target = 只看译文
render-layout-tap = 译文为主，点按看原文
render-theme = 颜色
render-theme-auto = 跟随系统
render-theme-light = 浅色
render-theme-dark = 深色
render-search = 搜索原文和译文
render-find = 搜索
render-found = 找到的段落：
render-contents = 目录
render-chapters = 各章
render-before = 上一章
render-after = 下一章
render-glossary = 术语表
render-keys = 指向或点按一句话，可看到与它对应的那一句。用键盘：按 Tab 移到句子，← 和 → 移到相邻的句子，Enter 移到对应的句子。
render-peek = 原文
render-table = 表格
render-mark-stale = 翻译之后，原文有改动
render-mark-partial = 这里只翻译了一部分
render-mark-untranslated = 尚未翻译
render-mark-orphaned = 原文中已经没有这一段
render-box-note = 注意
render-box-tip = 提示
render-box-info = 信息
render-box-important = 重要
render-box-warning = 警告
render-box-caution = 小心
render-box-danger = 危险
render-box-success = 成功
render-box-question = 问题
render-box-example = 示例
render-box-quote = 引文
render-box-abstract = 摘要
markdown-change = 这次改动：{ $parts }
markdown-change-stale = **{ $n }** 个过时
markdown-change-untranslated = **{ $n }** 个未译
markdown-change-orphaned = **{ $n }** 个失去原文
markdown-change-settled = **{ $n }** 个补上
markdown-change-moved = **{ $n }** 个只是移动
markdown-change-nothing = 这次改动没有让任何单元过时、未译或移动。
markdown-passes = 译文过关
markdown-fails = 译文没有过关
markdown-more = 另有 { $n } 个
markdown-documents = { $n ->
        [one] 一篇文档
       *[other] { $n } 篇文档，覆盖率低的在前
    }
report-source = 原文
report-help = 办法
report-fix-safe = { $what }（`duizhao check --fix` 会这样改）
report-fix-unsafe = { $what }（`duizhao check --unsafe-fixes` 会这样改，请先看一眼）
report-fix-display = { $what }
report-fix-safe-many = 有 { $n } 处可以修正（`duizhao check --fix` 会这样改）
report-fix-unsafe-many = 有 { $n } 处可以修正（`duizhao check --unsafe-fixes` 会这样改，请先看一眼）
report-fix-display-many = 有 { $n } 处要改
report-fix-insert = 插入“{ $new }”
report-fix-remove = 删去“{ $old }”
report-fix-replace = 把“{ $old }”改为“{ $new }”
report-counted = 还有 { $n } 个单元无人确认：请先通读，再运行 `duizhao accept { $file }`
report-counted-files = 还有 { $files } 个文件中的 { $n } 个单元无人确认：`duizhao status` 列出这些文件
report-more = { $file } 中另有 { $n } 个
report-more-files = { $files } 个文件中另有 { $n } 个
report-see-all = `--format concise` 列出全部问题，`duizhao diff` 显示各单元的文字。
report-clean = 没有问题；覆盖率 { $coverage }%，共 { $units } 个单元
report-summary = { $errors } 个错误，{ $warnings } 个警告，{ $infos } 个提示；覆盖率 { $coverage }%，共 { $units } 个单元
report-github-more = 另有 { $n } 个同级问题，见 `duizhao check` 的日志
status-document = 文档
status-language = 语言
status-coverage = 覆盖率
status-change = 变化
status-new = 新增
status-gone = 已删
blame-since = 起于
blame-commit = 提交
blame-author = 作者
blame-subject = 说明
blame-not-committed = 尚未提交
blame-older = 早于这个克隆
blame-not-told = 不详
blame-told = 自 { $date } 的提交 { $commit } 起（{ $author }）：{ $subject }
blame-told-last = 现在的样子来自 { $date } 的提交 { $commit }（{ $author }）：{ $subject }
blame-told-uncommitted = 原文的改动尚未提交
blame-told-cut-off = 早于这个克隆的历史；`git fetch --unshallow` 可以取回其余部分
blame-told-not = 历史里查不出始于何时
since-unreadable = 版本“{ $revision }”里有 { $n } 个文件读不了，未计入
status-units = 单元
status-characters = 字数
status-sum = 共 { $n } 篇
next-belongs = 译文应写入 { $path }，第 { $line } 行之后
next-sum = { $n ->
        [0] 没有别的事了
       *[other] 此后还有 { $n } 件
    }
editor-missing = 没有指定编辑器；请设置 VISUAL 或 EDITOR，例如 `EDITOR=vim`
editor-failed = 编辑器“{ $editor }”没有正常结束（{ $detail }）；请把 VISUAL 或 EDITOR 设为可用的编辑器
editor-no-draft = { $path }：还没有译稿；`duizhao sync { $path }` 会创建它
render-no-output = 双语版本有 { $n } 页，需要一个文件夹：加上 --output 文件夹，或只指定一篇文档
render-site-output = { $format } 格式的双语版本需要一个文件夹：加上 --output 文件夹
render-one-locale = “{ $locale }”只能用来称呼一种语言的双语版本：请只指定一种语言的文档，或去掉 --locale
render-done = 已写 { $n } 个文件到 { $folder }
render-progress = 页
render-watching = 正在监视：保存文件后相应的页会重写，按 Ctrl-C 结束
render-watch-output = --watch 需要写到文件夹或文件：加上 --output
render-rewritten = 已重写 { $path }
render-rewritten-more = 另有 { $n } 个文件
render-same = 已保存；各页内容没有变化
render-removed = 已删除 { $path }：不再属于双语版本
render-foreign = { $path } 不再属于双语版本，但有人改过它，所以保留；没人需要时请自行删除
render-picture-beside = { $path } 有 { $size } MB，放进网页本身太大；它放在网页旁边，要一起带走
render-over-document = { $path }：双语版本会覆盖项目里的文档；请用 --output 指定别的文件夹
render-source = 原文
render-target = 译文
render-stale = 译文已过时：原文此后有改动
render-partial = 只译了一部分
render-untranslated = 尚未翻译
render-orphaned = 原文中已不存在
diff-source = 原文
diff-draft = 译稿
diff-stale = { $state }（{ $change }）
diff-sum = { $n ->
        [0] 没有待办
       *[other] 有 { $n } 个单元要看；译稿改好之后，用 `duizhao accept 路径` 或 `路径:行` 记下
    }
diff-more-unconfirmed = 另有 { $n } 个待确认的单元：`duizhao diff --state unconfirmed`
sync-kind-create = 新建译稿
sync-kind-insert = 待译
sync-kind-copy = 已复制
sync-kind-key = 新的键
sync-kind-move = 移到此处
sync-kind-update = 代码已更新
sync-kind-asset = 图片已更新
sync-kind-heading-id = 标题锚点
sync-kind-patch = 已照改
sync-kind-prune = 已删去
sync-kind-tidy = 占位已删
sync-nothing = 所有译稿都跟上了原文
sync-done = 已在 { $drafts } 篇译稿中做了 { $n } 处改动
sync-would = 将在 { $drafts } 篇译稿中做 { $n } 处改动
sync-patched = { $n } 处照改的译文记为机器所译：请先通读，再运行 `duizhao accept 路径`
draft-strayed = { $source }：它的译文在 { $draft }；请把译稿移到 { $place }
sync-unwritten = 有 { $n } 篇译稿无法写入，保持原样：见以 `!` 开头的行
sync-left = 有 { $n } 处没有把握，未动：见以 `!` 开头的行
sync-inside = 这一块在译稿中只有一部分，其余没有单独成行的地方可放；请手工补上
sync-table = 译稿的表格列数或表头不同；请手工改成一致后再运行
sync-no-place = 看不出这一处在译稿中该放在哪里；请手工补上
sync-front-matter = 译稿的 front matter 类型不同，或其中一边有错；请手工补上这个键
sync-key-inside = 译稿中这个键的值只有一部分；请手工补上其余
sync-code-differs = 这里的原文已改，而译稿与原文的差别不止注释和字符串，或差别正在改动之处；请手工改过来
sync-orphan-inside = 这里的原文已不在，但所在的块还有别的内容；请手工删去
sync-no-pair = { $path }：译稿中没有任何内容能与原文配对；请先写一个标题，或删去该文件以便新建
sync-messages = { $path }：消息文件的键不在这里添加；请由站点自己的程序写入（`docusaurus write-translations`），或手工复制
sync-unsafe = 此处的译文无法保证原样保留，译稿未动；请附上文件报告此问题
sync-unsettled = { $path }：译稿几轮之后仍未稳定，因此未动；请附上文件报告此问题
explain-severity = 级别：
explain-message = 消息：
explain-mqm = MQM 类型：
explain-since = 始于版本：
explain-heading-why-it-matters = 为什么重要
explain-heading-what-to-do = 怎么办
rules-rule = 规则
rules-severity = 级别
rules-message = 消息
rules-more = `duizhao explain 规则` 有更详细的说明。
man-name = 名称
man-synopsis = 用法
man-description = 说明
man-options = 选项
man-commands = 命令
man-extra = 其他
man-version = 版本

### term

glossary-broken = 不是有效的 YAML：{ $detail }；请改正这一行后重试
glossary-unknown-key = 未知的键“{ $key }”；是不是“{ $nearest }”？
glossary-duplicate-key = 键“{ $key }”在此重复出现；请保留其中一个
glossary-wrong-type = 此处需要{ $expected ->
        [list] 列表
        [map] 成对的键和值
       *[text] 文字
    }，而不是{ $found ->
        [nothing] 空值
        [list] 列表
        [map] 成对的键和值
       *[text] 文字
    }
glossary-bad-value = “{ $value }”不是“{ $key }”的值；请写其中之一：{ $expected }
glossary-empty-term = 术语是空的；请写出或删除
glossary-no-source = 这一条没有源语言词形；请加 `src`
glossary-no-target = “{ $src }”没有译名；请加 `tgt`（不检查时写 `null`）或 `dnt: true`
glossary-bad-glob = 模式“{ $glob }”无法解析；请改正
glossary-bad-pattern = 正则表达式无法解析：{ $detail }；请改正
glossary-duplicate-id = 两个概念的 id 都是“{ $id }”（另一处：{ $other }）；请改一个名字
internal-crash = 检查此文档时程序出错（{ $detail }）；请报告这个问题

### rules

code-block-changed = 代码块里没有与原文“{ $expected }”相应的内容
code-changed = 代码是“{ $found }”，原文是“{ $expected }”
code-math = { $found ->
        [none] 缺少公式“{ $expected }”
       *[other] 公式是“{ $found }”，原文是“{ $expected }”
    }
code-missing = 缺少代码“{ $code }”
code-placeholder = { $expected ->
        [none] 原文没有占位符“{ $found }”
       *[other] { $found ->
            [none] 缺少占位符“{ $expected }”
           *[other] 占位符是“{ $found }”，原文是“{ $expected }”
        }
    }
cons-same-source = “{ $source }”在别处译为“{ $usual }”，此处译为“{ $found }”
cons-same-target = “{ $found }”在此处译“{ $source }”，在别处译“{ $usual }”
cons-spelling = “{ $found }”是{ $spelling ->
        [british] 英式
       *[american] 美式
    }拼写；{ $reason ->
        [settled] 本项目的译文写作“{ $other }”
       *[mixed] 此译文也用了另一种：“{ $other }”
    }
date-mismatch = “{ $target }”与“{ $source }”的日期不同；应为 { $expected }
dnt-altered = “{ $found }”应保持为“{ $term }”
dnt-auto-latin = 译文中没有原文里的“{ $term }”
dnt-missing = “{ $term }”应保持原样，译文中却没有
gloss-collision = “{ $target }”也是“{ $other }”（{ $place }）的译文；请合为一条，或换一个译法
gloss-conflict = “{ $term }”在此译为“{ $target }”，在 { $place } 却译为“{ $other }”；请只留一个，或用 `when` 写明各自在哪里有效
gloss-example-fails = 示例“{ $example }”的结果是 { $found ->
        [none] 没有问题
       *[other] { $found }
    }，应为 { $expected ->
        [none] 没有问题
       *[other] { $expected }
    }；请改词条或示例
gloss-forbid-overlaps-target = 禁用的“{ $forbidden }”就在可用的译文“{ $target }”之中；请去掉其中一个
gloss-low-obey-rate = “{ $term }”在 { $n } 处中只有 { $obeyed } 处按此条翻译；`duizhao glossary calibrate` 列出实际的译法
gloss-note-in-target = 译文“{ $target }”里夹着说明；请移到 `note` 或 `pos`，或写 `dnt: true`
gloss-packed-alternatives = 译文“{ $target }”里有几个译法；请留一个作 `tgt`，其余写进 `allow`
gloss-shadowed = { $reason ->
        [blocked] “{ $term }”在自己的 `not_in` 中，永远找不到；请从那里去掉
       *[repeated] “{ $term }”前面已有同样的词条；请删去一条
    }
gloss-too-short = “{ $term }”太短，几乎每句都有，不能作术语；请写出所指的较长的词
gloss-unused = “{ $term }”没有出现在任何文档中
gloss-unverified = “{ $term }”从 { $origin } 导入，尚无人确认；请写 `status: approved` 或删去
left-han = 残留原文的文字：“{ $text }”
left-han-gloss = 用的是原文的文字：“{ $text }”
left-meta = { $kind ->
        [fence] 整篇译文都在代码围栏里
       *[talk] 这是译者的话，不是原文的话：“{ $text }”
    }
left-same = 译文与原文相同
len-ratio = 字符数是原文的 { $ratio } 倍；通常一个汉字对应 1.2 到 6 个英文字符
len-sentences = 句数：{ $found }；原文：{ $expected }
link-anchor-broken = “{ $url }”所指之处，页面上没有对应的标题或 id；原文的链接有
link-broken = 链接“{ $url }”无处可去；原文的链接指向“{ $file }”
link-missing = 缺少指向“{ $url }”的链接
link-untranslated-page = 链接“{ $url }”无处可去：“{ $source }”尚未翻译
link-url-changed = 链接指向“{ $found }”，原文是“{ $expected }”
markup-emphasis = 有 { $found } 处粗体，原文有 { $expected } 处
markup-heading = 此标题是 { $found } 级，原文是 { $expected } 级
markup-html = { $flaw ->
        [unclosed] 标签 <{ $name }> 没有像原文那样结束
        [unopened] 标签 </{ $name }> 没有开头
       *[missing] 原文有 { $expected } 个 <{ $name }>，此处有 { $found } 个
    }
markup-unbalanced = “{ $mark }”会原样显示：缺少与它配对的标记，或无法配对
num-extra = 原文中没有与“{ $target }”对应的数字
num-hedge = “{ $target }”没有保留“{ $source }”的限定语气
num-missing = { $target ->
        [none] 缺少“{ $source }”；应为 { $expected }
       *[other] 原文为“{ $source }”，此处却是“{ $target }”；应为 { $expected }
    }
num-multiple = “{ $target }”与“{ $source }”的倍数不同；应为 { $expected } 倍
num-ordinal = “{ $target }”不是“{ $source }”的编号；应为 { $expected }
num-percent = “{ $target }”与“{ $source }”不一致；应为 { $expected }
num-precision = “{ $target }”是“{ $source }”（{ $expected }）的近似值；请注明“约”，或给出准确数字
num-range = “{ $source }”的数量级属于范围的两端；“{ $target }”应为 { $expected }
num-scale = “{ $target }”与“{ $source }”相差十的若干次方；应为 { $expected }
num-weak = 原文为“{ $source }”（{ $expected }），此处却是“{ $target }”
punct-cjk = “{ $mark }”是中文的标点或全角字符
punct-final = { $source ->
        [question] 原文是问句，此处是陈述句
       *[statement] 此处是问句，原文是陈述句
    }
punct-quote = { $flaw ->
        [unclosed] 引号 { $mark } 没有结束
        [unopened] 引号 { $mark } 没有开头
        [nested] 引号 { $mark } 套在同一种引号里
       *[mixed] 此处是直引号，同一段里还有弯引号
    }
punct-space = { $flaw ->
        [before] “{ $mark }”前有空格
        [double] 词间有两个空格
       *[missing] “{ $mark }”后缺少空格
    }
ref-marker = { $flaw ->
        [missing] 缺少引用标记“{ $expected }”
        [extra] 原文此处没有引用标记“{ $found }”
        [order] 引用标记“{ $found }”所在之处，原文是“{ $expected }”
       *[changed] 引用标记是“{ $found }”，原文是“{ $expected }”
    }
site-asset-depth = 从译文所在的文件夹出发，“{ $url }”并不成立；文件在“{ $file }”
site-extension = 译文没有用上，因为原文是“{ $source }”；请让两者的扩展名一致
site-front-matter-drift = { $kind ->
        [missing] 文首信息缺少原文中的“{ $key }: { $expected }”
       *[other] 文首信息中是“{ $key }: { $found }”，原文是“{ $expected }”
    }
site-heading-id = 标题缺少原文中的 id“{ $id }”
site-mdx-comment = “{ $found }”在 MDX 中无法编译，请写成“{ $expected }”
state-blind-accept = 原文改过之后被接受，译文却与改之前相同：“{ $previous }”
state-edited = 接受之后译文改动过：“{ $excerpt }”
state-layout = { $change ->
        [came] 接受之后原文多了这处标记，译文没有：“{ $excerpt }”
        [went] 接受之后原文去掉了这处标记：“{ $excerpt }”
       *[changed] 接受之后原文改了这处标记：“{ $excerpt }”
    }
state-lock-damaged = { $kind ->
        [conflict] 锁文件中有合并冲突的标记；请删除这一行
        [version] 锁文件的这一行来自更新的版本；请升级 duizhao
       *[unreadable] 锁文件的这一行无法读取；请从 git 恢复，或重新接受这一对
    }
state-machine = 机器所译，尚无人过目：“{ $excerpt }”
state-moved = 接受之后原文把这一处移到了别处：“{ $excerpt }”
state-orphaned = 原文中已没有对应的内容：“{ $excerpt }”
state-stale = 接受之后原文改动过（{ $change ->
        [cosmetic] 只改了空白和标点的全角半角
        [markup] 只改了标记
        [number] 只改了数字
        [minor] 小改
       *[rewrite] 重写
    }）：“{ $excerpt }”
state-unconfirmed = 尚无人确认这是译文：“{ $excerpt }”
state-untranslated = 未翻译：“{ $excerpt }”
syntax-comment-unclosed = 注释没有结束
syntax-conflict-markers = 此处有合并冲突的标记
syntax-directive-unclosed = “{ $detail }”没有结束
syntax-emphasis-unclosed = “{ $detail }”会原样显示：CommonMark 在这样的标点旁不把它当作强调
syntax-fence-unclosed = 代码围栏没有结束
syntax-front-matter-malformed = 文件头无法读取：{ $detail }
syntax-messages-malformed = { $detail ->
    [colon] 键后缺少冒号；请补上
    [comma] 缺少逗号；请补上
    [comment] 此处有注释，而 JSON 不允许注释；请删去
    [control] 文本中有原样的控制字符；请写成转义，如 \\t
    [deep] 对象嵌套过深，无法读取
    [end] 文件在应有值的地方结束了
    [escape] 这不是 JSON 的转义；反斜杠须写两个
    [key] 此处应有双引号括起的键
    [key-twice] 此键在下文又出现，程序只读最后一个；请删去其一
    [open] 此括号没有闭合
    [quote] 文本在本行没有结束；请补上后引号
    [rest] 文件的对象结束之后还有内容；请删去
    [trailing-comma] 最后一项之后有逗号，而 JSON 不允许；请删去
    [value] 此处应有双引号括起的文本
   *[other] 消息文件无法读取：{ $detail }
}
syntax-nesting-too-deep = 嵌套过深：此块余下的部分作为整体处理
term-case = “{ $found }”的大小写不对；请写“{ $target }”
term-count = 原文中“{ $term }”出现 { $expected } 次，此处只有 { $found } 次
term-discovered = “{ $term }”未收入术语表，译法有 { $renderings }
term-first-mention = 首次提到“{ $term }”时没有给出“{ $target }”
term-forbidden = { $term ->
        [none] 不得使用“{ $found }”
       *[other] “{ $term }”不得译为“{ $found }”
    }{ $target ->
        [none] {""}
       *[other] ；请写“{ $target }”
    }
term-inconsistent = “{ $term }”此处译为“{ $found }”，别处译为“{ $usual }”
term-missing = “{ $term }”应译为“{ $target }”
term-variant = “{ $found }”在术语表中写作“{ $target }”
unit-currency = “{ $target }”与“{ $source }”的货币不同
unit-mismatch = “{ $target }”与“{ $source }”的单位不同，数值却没有换算
waiver-no-reason = 这处豁免没有说明原因；请在冒号后写明
waiver-unclosed = { $kind ->
        [start] 这个范围缺少 `duizhao-ignore-end`，会一直延续到文件末尾
       *[end] 前面没有与它对应的 `duizhao-ignore-start`
    }
waiver-unknown-rule = 没有名为“{ $rule }”的规则或规则组；是否想写“{ $nearest }”？
waiver-unused = 这处对 { $rule } 的豁免没有起作用；请删去

### CLI: glossary import, export, extract

cli-glossary-extract = 找出术语表未收的术语，列出译稿中的译法及其分歧
cli-glossary-extract-after =
    示例：
      duizhao glossary extract --competing               只看译法不一的术语
      duizhao glossary extract --format yaml=new.yaml    写成待定词条
cli-glossary-extract-paths = 文档、译稿或文件夹；不写则为全部
cli-glossary-extract-min-count = 术语至少要出现几次
cli-glossary-extract-limit = 最多列出几个术语
cli-glossary-extract-competing = 只列译法不一的术语
cli-glossary-import = 读入其他程序的术语表，作为待定词条加入
cli-glossary-import-after =
      duizhao glossary import terms.csv --licence MIT      新词条写入单独的文件
      duizhao glossary import terms.xlsx --map 说明=note --file glossary/ai.yaml
      duizhao glossary import terms.tsv --dry-run          先看一看
    导入的词条一律为 `status: proposed`：有人批准之前，相关发现只是提示。
cli-glossary-import-files = 要读的文件；- 表示标准输入
cli-glossary-import-format = 格式；不写则按文件扩展名
cli-glossary-import-map = 某一列是什么：列名或列号，以及字段（source、target、note 等）；可以给多次
cli-glossary-import-columns = 无表头的表格各列是什么，以逗号分隔
cli-glossary-import-reverse = 表格的译文列在前
cli-glossary-import-licence = 词条的许可证，逐条记录
cli-glossary-import-lang = 译文语言；不写则为项目的第一个
cli-glossary-import-file = 要加入的术语表文件；不写则以第一个导入文件命名
cli-glossary-import-dry-run = 不写入，只显示新词条
cli-glossary-export = 写出供其他程序使用的术语表，并说明丢失了什么
cli-glossary-export-after =
      duizhao glossary export -o terms.xlsx
      duizhao glossary export --format deepl -o deepl.csv
    CSV 和 TSV 中会被电子表格当作公式的单元格前加一个撇号；导入时去掉。
cli-glossary-export-format = 格式；不写则按文件扩展名，否则为 csv
cli-glossary-export-output = 要写的文件；不写则为标准输出
cli-glossary-export-lang = 译文语言；不写则为项目的第一个
extract-term = 术语
extract-rendering = 译法
extract-place = 首次出现
extract-count = 次数
extract-strength = 关联度
extract-competing = 或：{ $rendering }
extract-none = 没有找到术语
export-lost = { $format } 无法保存“{ $key }”：{ $n } 个词条有所丢失（{ $names }）
export-left-deprecated = 已废弃而未写出：{ $n } 个词条（{ $names }）
export-left-no-target = 没有译名而未写出：{ $n } 个词条（{ $names }）
export-left-too-long = 超过 { $format } 的长度限制而未写出：{ $n } 个词条（{ $names }）
job-given = { $files } 个文件，共 { $n } 个片段
job-other-states = 没有处于此格式所用状态的片段；有处于其他状态的：可加 --state { $states }
job-nothing-there = 没有可导出的内容：文档中没有文本
job-write-format = 要写成什么格式？请用 --format 指明（{ $known }）
job-read-format = { $path }: 这是什么格式？请用 --as 指明（{ $known }）
job-which-lang = 哪种语言的译稿？请用 --lang 指明（{ $known }）
job-unknown-lang = 这里没有“{ $lang }”的译稿；现有：{ $known }
job-nothing = 没有指定任何文档；请检查路径，或 duizhao.yaml 中的 `content`
job-stopped = 没有导入任何内容：项目中有文件无法读取
job-json-broken = 不是 JSON 对象：{ $detail }；请改正此行后重试
job-json-schema = 不认识“{ $schema }”这种形式；认识的是 { $wanted }
job-no-name = 此处既没有 key 也没有 source，不知道译的是什么；请补上一个
job-level = “{ $level }”不是级别；请写 machine、translated 或 reviewed
job-table-columns = 第一行没有 target 列，或 key 和 source 都没有；请保留导出时的表头
job-not-xliff = 根元素是“{ $element }”；XLIFF 应为“xliff”；请检查格式
job-not-tmx = 根元素是“{ $element }”；TMX 应为“tmx”；请检查格式
job-conflict = 未写入 { $document }：导出后译稿有改动；请比较两者后手工写入，或重新导出
job-no-base = 未写入 { $document }：已有译稿，而文件没有说明翻译时译稿的内容；要写入请加 --overwrite
job-source-changed = 未写入 { $document }：导出后原文有改动；请重新导出
job-unknown = 未写入 { $document }：项目中没有文档包含这个片段；请检查路径和语言
job-doubled = 未写入 { $document }：导入内容中另有一个片段对应同一处，内容不同；请去掉一个
job-unknown-code = 未写入 { $document }：此处有一个代码在原文和译稿中都没有；请去掉，或给出其内容
job-shape = 未写入 { $document }：译稿此处有多个段落；请保持同样的段落数，段落间留空行
job-code-missing = 未写入 { $document }：缺少“{ $code }”；请补上，或加 --allow-code-changes
job-code-strange = 未写入 { $document }：“{ $code }”不在原文中；请去掉，或加 --allow-code-changes
job-unsafe = 未写入 { $document }：写入后不再是原处的一个段落；请去掉会开始新块的字符（#、-、>、|），或手工写入
job-no-place = 未写入 { $document }：译稿中没有它的位置；请先运行 `duizhao sync`
job-done = 已写入 { $written } 处，确认 { $confirmed } 处，涉及 { $drafts } 份译稿；{ $same } 处未变，{ $empty } 处没有完成的译文，{ $trouble } 处未写入
job-would = 将写入 { $written } 处，确认 { $confirmed } 处，涉及 { $drafts } 份译稿；{ $same } 处未变，{ $empty } 处没有完成的译文，{ $trouble } 处不写入
import-encoding = { $path }:{ $line }: 既不是 UTF-8 也不是 UTF-16 文本；请另存为 UTF-8 后重试
import-quote-unclosed = 这个引号没有闭合；文件可能不完整；请闭合或写两遍
import-empty = { $path }: 没有任何行；请检查文件是否正确
import-no-columns = 找不到两列术语；请用 --columns 或 --map 指明（字段：{ $fields }）
import-no-table = { $path }: 没有找到术语的表格或列表；请检查文件是否正确
import-unknown-column = 没有“{ $column }”这一列；现有：{ $columns }
import-unknown-field = 没有“{ $field }”这个字段；请写其中之一：{ $fields }
import-columns-unread = 未导入的列：{ $columns }；如要导入，请说明内容：`--map "{ $first }=note"`
import-backwards = 表格方向为 { $target } → { $source }，已反向读取
import-no-source = 未导入，没有可查找的术语：“{ $term }”
import-no-target = 未导入，没有译文：“{ $term }”
import-too-long = 未导入，作为术语太长：“{ $term }”
import-xml-broken = XML 格式不正确：{ $detail }；请改正此处后重试
import-xml-deep = 此处元素嵌套过深；这不是术语表
import-xml-entity = 实体“{ $entity }”不是 XML 自带的，不会展开；请直接写出字符
import-xml-unclosed = 元素“{ $element }”没有闭合；文件可能不完整
srx-not-srx = 根元素是“{ $element }”，不是“srx”；请指定 SRX 格式的规则文件
srx-no-rules = 文件中没有名为“{ $name }”的规则；请改正 `languagerulename`，或补上规则
srx-language-pattern = 语言模式“{ $pattern }”无法使用：{ $detail }；请写匹配语言标签的正则表达式，例如 `en.*`
srx-pattern = “{ $name }”的第 { $number } 条规则：模式“{ $pattern }”无法使用：{ $detail }；请改写模式，或删去该规则
import-xml-empty = 文件中没有元素；请检查文件是否正确
po-keyword = “{ $keyword }”不是 PO 文件的关键字；请写 msgid、msgstr、msgctxt 或 msgid_plural
po-stray = 此处不应有“{ $text }”；文本要加引号，注释行要以 # 开头
po-string-unclosed = 这个字符串没有在本行结束；请补上引号，并在下一行另起一个字符串
po-string-stray = 这个字符串前面没有关键字；请在前面写上 msgid 或 msgstr，或删去它
po-string-missing = “{ $keyword }”后面没有字符串；请写上带引号的文本，空文本写作 ""
po-escape = “{ $escape }”不是转义序列；若要表示反斜杠，请写两个
po-escape-bytes = 此处的转义序列不构成 UTF-8 文本；请直接写出字符
po-misplaced = “{ $keyword }”不应在此处；一个条目依次是 msgctxt、msgid、msgid_plural、msgstr，各一次
po-obsolete-mixed = 这个条目只有一部分标为废弃；请让每一行都以 #~ 开头，或都不
po-no-id = 这个条目没有 msgid；请写在 msgstr 之前
po-no-translation = 这个条目没有 msgstr；未翻译的消息请写 `msgstr ""`
po-no-plural-id = msgstr[0] 之前要有 msgid_plural；请补上，或写不带编号的 msgstr
po-no-index = 有 msgid_plural 的条目，每种形式都要带编号；请写 msgstr[0]、msgstr[1]……
po-previous = 以 #| 开头的行要放在所有注释之后、条目之前，并且要有 msgid；请移动或补全
po-plural-index = 此处应为第 { $expected } 种形式，却是第 { $index } 种；请按顺序编号
po-duplicate = 这条消息已在第 { $line } 行出现；请删去一条，或用 msgctxt 区分
xml-root = 根元素是“{ $element }”；该格式的根元素为“{ $expected }”，命名空间为“{ $namespace }”；请检查格式，或用 --as 指明
xml-element-unknown = “{ $parent }”中不允许“{ $element }”；那里可以有：{ $allowed }
xml-element-order = “{ $element }”在“{ $parent }”中位置太靠后，或多出了一个；那里的次序：{ $allowed }
xml-element-missing = “{ $parent }”中缺少“{ $element }”；请在此处补上
xml-text = “{ $element }”只能包含元素，此处却直接有文字；请移入其中某个元素，或删去
xml-attribute-unknown = “{ $element }”没有属性“{ $attribute }”；请删去，或改正名称
xml-attribute-missing = “{ $element }”缺少属性“{ $attribute }”；请补上
xml-id-twice = id“{ $value }”已在第 { $line } 行出现；请给其中一个换个 id
xml-reference = “{ $attribute }”指向“{ $value }”，但没有这个目标；请改正引用，或补上目标
xml-value-list = “{ $attribute }”不能取值“{ $value }”；可取：{ $choices }
xml-value-nmtoken = “{ $attribute }”不能取值“{ $value }”；只能用字母、数字和 . - _ :
xml-value-id = “{ $attribute }”不能取值“{ $value }”；要以字母开头，只用字母、数字和 . - _
xml-value-language = “{ $attribute }”的“{ $value }”不是语言标签；请写 zh-Hans、en-US 这样的标签
xml-value-uri = “{ $attribute }”的“{ $value }”不是 URI；请改正
xml-value-positive = “{ $attribute }”的“{ $value }”不是正整数；请写正整数
xml-value-integer = “{ $attribute }”的“{ $value }”不是整数；请写整数
xml-value-number = “{ $attribute }”的“{ $value }”超出范围；请写 { $choices } 之间的数
xml-value-prefixed = “{ $attribute }”不能取值“{ $value }”；请写自己的前缀、冒号和值
xml-value-prefixed-or = “{ $attribute }”不能取值“{ $value }”；请写自己的前缀、冒号和值，或取：{ $choices }
xml-value-hex = “{ $attribute }”的“{ $value }”不是偶数个十六进制数字；请改正
xml-value-date = “{ $attribute }”的“{ $value }”不是 ISO 8601 日期；请写成 2025-01-31 或 2025-01-31T12:00:00Z
xml-value-coordinates = “{ $attribute }”的“{ $value }”不是用分号隔开的四个数；请改正，不定的数写作 #
xml-ampersand = 此处有单独的 &；请写 &amp;
xml-entity = “&{ $entity };”不是 XML 自带的实体，不会展开；请直接写出字符
xml-less-than = “{ $attribute }”的值里有单独的 <；请写 &lt;
xml-attribute-value = 属性“{ $attribute }”没有带引号的值；请在后面写 ="…"
xml-attribute-space = 这个属性前面没有空格；请加上
xml-attribute-twice = 属性“{ $attribute }”在一个标签里出现两次；请删去一个
xml-cdata-end = 文字中有 ]]>；请写 ]]&gt;
xml-cdata-unclosed = <![CDATA[ 没有结束；请用 ]]> 结束
xml-character = 此处有 XML 不能容纳的 { $code }；请删去
xml-comment = 注释中有 --；请改写，注释以 --> 结束
xml-comment-unclosed = 这条注释没有结束；请用 --> 结束
xml-declaration = 声明 <?xml …?> 无法读取；请写 <?xml version="1.0" encoding="UTF-8"?>
xml-encoding = 声明的编码是 { $encoding }，而文件按 UTF-8 读取；请存为 UTF-8 并如此声明
xml-doctype = 文档类型声明没有结束；请用 > 结束
xml-instruction = 这条处理指令无法读取；请在 <? 后写名称，并用 ?> 结束
xml-name = 此处应有名称；文字中单独的 < 要写作 &lt;
xml-tag-unclosed = “{ $element }”的标签没有结束；请用 > 结束
xml-end-tag = 此处结束的“{ $element }”从未开始；请删去这个标签
xml-end-tag-other = 此处结束“{ $element }”，但第 { $line } 行的“{ $expected }”还没有结束；请先结束它
xml-unclosed = “{ $element }”没有结束；文件可能不完整
xml-second-root = 根元素之外还有第二个元素；请移入根元素，或删去
xml-text-outside = 所有元素之外有文字；请删去
xml-no-element = 文件中没有元素；请检查文件是否正确
xml-prefix = 前缀“{ $prefix }”没有对应的命名空间；请加上 xmlns:{ $prefix }="…"
xml-prefix-empty = 前缀“{ $prefix }”不能这样绑定；请为它指明命名空间
xml-deep = 此处元素嵌套超过 { $limit } 层；没有交换格式需要这么多
xml-excess = 属性或命名空间超过 { $limit } 个；没有交换格式需要这么多
code-twice = 又一个“{ $element }”用了“{ $id }”；请给每个代码各自编号
code-no-start = “{ $element }”结束“{ $id }”，但前面没有开始它的“{ $start }”；请补上开始，或删去结束
code-no-end = “{ $element }”开始“{ $id }”，但后面没有结束它的“{ $end }”；请补上结束，或删去开始
xliff-language = “{ $value }”与 { $attribute }（{ $expected }）不是同一种语言；请改正其中一个
xliff-no-language = 有译文，但文档没有 trgLang；请加在“xliff”上
xliff-space = 原文与译文处理空白的方式不同；请给两者相同的 xml:space
xliff-href = “{ $element }”既有内容又有 href，或两者都没有；请只保留一个
xliff-hex = “{ $value }”不是 XML 不能容纳的字符的编码；请直接写出字符
xliff-no-target = 状态是“{ $state }”，却没有译文；请补上译文，或把状态写作 initial
xliff-needs = “{ $element }”的“{ $attribute }”要有“{ $needed }”同在；请补上
xliff-needs-no = canReorder="{ $value }" 要有 { $needed }="no" 同在；请补上
xliff-apart = “{ $element }”的“{ $one }”与“{ $other }”不能同在；请删去一个
xliff-together = “{ $element }”的“{ $one }”与“{ $other }”必须同在；请补上另一个，或都删去
xliff-one-of = “{ $element }”只能有这些中的一个：{ $attributes }；请保留一个
xliff-any-of = “{ $element }”没有这些中的任何一个：{ $attributes }；请补上一个
xliff-reserved = “{ $attribute }”的“{ $value }”以标准保留的 xlf: 开头；请用自己的前缀
xliff-subtype = subType“{ $value }”应配 type“{ $expected }”，而不是“{ $type }”；请改正其中一个
xliff-copy = 代码“{ $id }”有 canCopy="no"，不能复制；请删去副本
xliff-copy-data = 代码“{ $id }”的副本不能有原始数据，也不能复制有原始数据的代码；请改为引用数据
xliff-end-code = “ec”要么有 isolated="yes" 和 id，要么有 startRef；请只保留一种
xliff-only-isolated = “{ $attribute }”只能用在 isolated="yes" 的“ec”上；请移到“sc”上
xliff-not-isolated = id 为“{ $id }”的“sc”写着 isolated="yes"，却在此处结束；请在那里写 isolated="no"
xliff-pair-differs = 此处 { $attribute } 是“{ $value }”，按第 { $line } 行的开始代码应为“{ $expected }”；请使两者一致
xliff-first-no = canReorder="no" 的代码前面没有 "firstNo" 的代码；请以 canReorder="firstNo" 开始这一串
xliff-reordered = id 为“{ $id }”的“{ $element }”必须保持在一串中的位置，译文里却换了地方；请移回
xliff-code-lost = id 为“{ $id }”的“{ $element }”有 canDelete="no"，译文里却没有；请补回
xliff-other-code = id“{ $id }”在此处属于“{ $element }”，在原文中属于“{ $other }”；请用同样的元素，或换个 id
xliff-new-code = id 为“{ $id }”的“{ $element }”不在原文中；请改正 id，或删去代码
xliff-order-range = order 是 { $order }，而单元只有 { $n } 个位置；请写 1 到 { $n } 之间的数
xliff-order-twice = 第 { $order } 个位置已被第 { $line } 行的译文占用；请给每个译文各自的位置
xliff-comment = 注释要么有 value，要么有 ref；请只保留一个
xliff-match-ref = mtc:match 类型的标注没有 ref；应由匹配引用标注，而不是相反
xliff-generic = 没有类型的标注若无 translate 便毫无意义；请加上 translate="yes" 或 "no"，或写明类型
xliff-fragment = “{ $value }”不是 XLIFF 的引用写法；请写 #id，或 #/f=文件/u=单元/id
xliff-gloss = 术语条目要有译名或定义；请补上一个
xliff-disabled = 整个文件的规则不能停用；请删去，或在组或单元中停用
xliff-property = “{ $property }”不是“{ $element }”的属性；请写 content，或某个属性的名称
xliff-property-twice = 一次修订中“{ $property }”改了两次；请保留一次
xliff-restriction = “{ $attribute }”的“{ $value }”不是限制；请写 *、一个数，或用逗号隔开的两个数
xliff-annotator = “{ $value }”不是标注者的引用；请写 ITS 数据类别、| 和 URI，每个类别一次
tmx-newer = “{ $element }”从 TMX { $version } 起才有；请在“tmx”上写更新的版本
tmx-deprecated = “ut”已废弃；请写 bpt、ept、it 或 ph
tmx-no-source = 没有源语言（{ $lang }）的文本；此单元有：{ $languages }；请补上，或改正 srclang
tbx-category = “{ $category }”不是 { $dialect } 的数据类别；请改用其中的类别，或换一种方言
tbx-level = “{ $category }”不应在“{ $level }”这一层；请移到：{ $levels }
tbx-language-twice = { $lang } 语言有两节；请合为一节
tbx-empty-term = 有一个术语是空的；请写上，或删去它所在的节
po-empty = 文件中没有条目；请检查文件是否正确
po-no-header = 没有文件头；请以空的 msgid 开始文件，其 msgstr 至少写明 Language、Content-Type 和 Plural-Forms
po-header-missing = 文件头缺少字段“{ $field }”；请加上一行 "{ $field }: …\n"
po-header-initial = 文件头字段“{ $field }”还是“{ $value }”；请填写
po-header-twice = 文件头字段“{ $field }”出现两次；请删去一个
po-no-charset = Content-Type 没有写明 charset；请写 text/plain; charset=UTF-8
po-charset = 文件头写的是 { $charset }，而文件按 UTF-8 读取；请写 charset=UTF-8
po-language = “{ $value }”不是 gettext 的语言写法；请写 zh_CN、de 这样的
po-plural-missing = 有带复数形式的消息，文件头却没有 Plural-Forms；请补上，例如 nplurals=2; plural=(n != 1);
po-plural-broken = “{ $value }”无法读作复数形式；请写成 nplurals=2; plural=(n != 1); 这样的
po-plural-division = 复数表达式对某些数会除以 0；请改正
po-plural-large = 复数表达式得出第 { $form } 种形式，而 nplurals 是 { $n }；请改正其中一个
po-forms = 此处有 { $n } 种复数形式，文件头写的是 { $expected } 种；请写同样多
po-forms-empty = 复数形式有的已译，有的空着；请全部译出
po-break-start = 消息与译文没有同样以换行（\n）开头；请加上或删去
po-break-end = 消息与译文没有同样以换行（\n）结尾；请加上或删去
po-format-broken = 译文不是合法的 { $format } 文本；请改正格式说明，或将该符号写两次
po-format-differs = 消息与译文对参数“{ $argument }”的用法不同（{ $format }）；请使两者一致
interop-which-format = { $path }：这是什么格式？请用 --as 指明（{ $formats }）
interop-more = { $path }：另有 { $n } 个问题未显示；请先改正这些
interop-clean = { $path }：{ $format }，没有问题
interop-summary = { $path }：{ $format }，{ $errors } 个错误，{ $warnings } 个警告
import-not-tbx = 根元素是“{ $element }”；TBX 应为“martif”或“tbx”；请检查格式
import-other-languages = 没有 { $source } 和 { $target } 的词条；文件中有：{ $languages }；请用 --lang 指明语言，或用 --reverse
import-xlsx-broken = { $path }: 无法作为电子表格读取：{ $detail }；请重新保存为 .xlsx
import-xlsx-large = { $path }: 解压后超过 { $limit } MB；请只保存需要的那个工作表
import-xlsx-cells = { $path }: 单元格超过 { $limit } 个；请只保存需要的那个工作表
import-flow-style = 此处的 terms 写在括号里；请改为逐行列表，或用 --file 指定另一个文件
import-cannot-append = { $path }: 无法安全地加入词条；请用 --file 指定另一个文件
import-nothing-written = 没有写入任何内容
import-no-file = 此处没有项目；请用 --file 指明词条写到哪里
import-which-format = { $path }: 这是什么格式？请用 --format 指明（{ $formats }）
import-listed = { $origin }: “{ $term }”已见于 { $place }，跳过
import-skipped = 有 { $n } 个词条已经收录
import-none = 没有新词条可加入 { $path }
import-would = 将向 { $path } 加入 { $n } 个词条
import-done = 已向 { $path } 加入 { $n } 个待定词条
import-not-in-project = { $path } 不在 duizhao.yaml 的术语表文件之中；请加到 `glossary` 下
