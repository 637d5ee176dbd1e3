### 界面用语，简体中文。编号与变量同 `en.ftl` 一致；规则的消息另见文末各节。
### 文风：短句，先说位置，再说原因，最后说怎么办；不责怪人。

### proj

config-broken = 不是有效的 YAML：{ $detail }；请改正这一行后重试
config-unknown-key = 未知的键“{ $key }”；是不是“{ $nearest }”？
config-duplicate-key = 键“{ $key }”在此重复出现；请保留其中一个
config-missing-key = 缺少键“{ $key }”；请补上（`duizhao init --dry-run` 会给出示例）
config-not-text = “{ $key }”在此处需要一段文字；若看起来像数字，请加引号
config-not-map = “{ $key }”在此处需要成对的键和值，例如 `key: value`
config-version = 不认识这个配置版本；请写 `version: 1`
config-empty-list = “{ $key }”是空的；请至少写一项
config-lang = “{ $tag }”不是语言标签；请写 `zh-Hans`、`en`、`pt-BR` 之类的标签
config-lang-twice = 语言“{ $tag }”写了两次；请保留一个
config-same-lang = “{ $tag }”既是源语言又是目标语言；请从目标语言中去掉
config-severity = “{ $value }”不是严重程度；是不是“{ $nearest }”？（off、info、warning、error）
config-spelling = “{ $value }”不是已知的拼写习惯；请写 `us` 或 `gb`
config-coverage = 最低覆盖率应是 0 到 100 之间的数
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
file-unreadable = { $path }: 无法读取或写入：{ $detail }
file-not-utf8 = { $path }:{ $line }: 不是 UTF-8；请转换编码（例如用 iconv）或排除它
file-crash = { $path }: 程序处理此文件时出错，已跳过；请报告这个问题，方便的话附上文件
glossary-missing = { $path }: 没有这个术语表文件；请改正 duizhao.yaml 中的 `glossary`
init-exists = { $path }: 已经存在；请直接编辑，或先删除它
init-nothing-found = 文档旁没有找到译稿；以下模式只是建议，若译稿另有位置请改正
init-no-documents = 没有找到 Markdown 文件；以下模式是给新项目的建议
init-source-guessed = 以 { $source } 为源语言，因为{ $reason ->
        [files] 这一边的文档更多
        [chinese] 两边文档一样多，而这一边是中文
        [base] 其他语言放在文件夹或后缀里，而它没有
       *[config] 站点配置如此
    }；若不对，请运行 `duizhao init --source 语言`
init-wrote = 已写入 { $path }
init-next = 下一步：`duizhao status` 显示翻译进度；核对之后用 `duizhao accept --all` 记录现有的对应关系
init-comment-head = 对照（duizhao）的配置：让译文与原文保持同步。
init-comment-content = 文档所在的位置。{"{path}"} 在两边代表同一段文字，{"{lang}"} 代表目标语言。
init-comment-glossary = 术语及其译法，可分成几个文件。
init-comment-gate = `duizhao check` 遇到这个级别及以上的发现即告失败；加上 `min-coverage: 100` 则要求译稿完整。

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
      duizhao diff --format json             供脚本使用
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
cli-init-source = 原文语言（BCP 47）；不给则自动猜测
cli-init-target = 译文语言（BCP 47），用逗号分隔；不给则自动猜测
cli-diff-state = 只看处于这些状态的单元，用逗号分隔
cli-check-select = 只用这些规则或规则组，用逗号分隔
cli-check-ignore = 不用这些规则或规则组，用逗号分隔
cli-check-min-coverage = 最低覆盖率（百分数）；优先于 duizhao.yaml 中的设定
cli-check-fix = 应用不改变意思的修正
cli-check-unsafe-fixes = 连需要人再看一眼的修正也应用
cli-check-diff = 只显示修正会改什么，不写任何文件
cli-check-pair = 不检查项目，只检查这两段文字
cli-check-glossary = 供 --pair 使用的术语表；可以给多次
cli-accept-paths = 原文、译稿或文件夹；带行号时，只接受任一边在该行的那一对
cli-accept-all = 接受所有配上对的单元，不论把握大小：整个项目的，或所给路径的
cli-accept-level = 要记下的级别
cli-accept-reviewed = 等同于 --level reviewed
cli-accept-reason = 原文改了而译稿没动，为什么译稿仍然合适
cli-segment-file = 要读取的文件；- 表示标准输入
cli-segment-plain = 按纯文本读取：空行之间为一段
cli-assemble-file = 要替换单元的文件
cli-align-source = 原文文件；- 表示标准输入
cli-align-target = 译文文件
cli-align-sentences = 给句子配对，而不是单元
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
cli-value-STATE = 状态
cli-value-RULE = 规则
cli-value-PERCENT = 百分数
cli-value-SOURCE = 原文
cli-value-TARGET = 译文
cli-value-LEVEL = 级别
cli-value-TEXT = 文字
cli-value-SHELL = SHELL

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

### CLI: files and folders

cli-error = 错误：
cli-loading = 正在读取 { $n } 篇文档
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
check-nothing-to-fix = 没有可以自动修正的地方
check-coverage = 覆盖率为 { $coverage }%，门槛要求 { $least }%
accept-what = 请说明要接受什么：路径、带行号的路径（`guide.md:42`），或用 --all 接受所有配上对的单元
accept-no-pair = { $path }:{ $line }：这一行没有配上对的单元；`duizhao diff` 会列出位置
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
status-units = 单元
status-characters = 字数
status-sum = 共 { $n } 篇
diff-source = 原文
diff-draft = 译稿
diff-stale = { $state }（{ $change }）
diff-sum = { $n ->
        [0] 没有待办
       *[other] 有 { $n } 个单元要看；译稿改好之后，用 `duizhao accept 路径` 或 `路径:行` 记下
    }
diff-more-unconfirmed = 另有 { $n } 个待确认的单元：`duizhao diff --state unconfirmed`
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
glossary-duplicate-id = 两个概念的 id 都是“{ $id }”（另一处：{ $other }）；请改一个名字
internal-crash = 检查此文档时程序出错（{ $detail }）；请报告这个问题

### rules

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
dnt-missing = “{ $term }”应保持原样，译文中却没有
left-han = 残留原文的文字：“{ $text }”
left-han-gloss = 用的是原文的文字：“{ $text }”
left-meta = { $kind ->
        [fence] 整篇译文都在代码围栏里
       *[talk] 这是译者的话，不是原文的话：“{ $text }”
    }
left-same = 译文与原文相同
len-ratio = 字符数是原文的 { $ratio } 倍；通常一个汉字对应 1.2 到 6 个英文字符
len-sentences = 有 { $found } 句，原文有 { $expected } 句
link-missing = 缺少指向“{ $url }”的链接
link-url-changed = 链接指向“{ $found }”，原文是“{ $expected }”
markup-emphasis = 有 { $found } 处粗体，原文有 { $expected } 处
markup-heading = 此标题是 { $found } 级，原文是 { $expected } 级
markup-html = { $flaw ->
        [unclosed] 标签 <{ $name }> 没有像原文那样结束
        [unopened] 标签 </{ $name }> 没有开头
       *[missing] 原文有 { $expected } 个 <{ $name }>，此处有 { $found } 个
    }
markup-unbalanced = “{ $mark }”会原样显示：缺少与它配对的标记，或无法配对
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
state-blind-accept = 原文改过之后被接受，译文却与改之前相同：“{ $previous }”
state-edited = 接受之后译文改动过：“{ $excerpt }”
state-lock-damaged = { $kind ->
        [conflict] 锁文件中有合并冲突的标记；请删除这一行
        [version] 锁文件的这一行来自更新的版本；请升级 duizhao
       *[unreadable] 锁文件的这一行无法读取；请从 git 恢复，或重新接受这一对
    }
state-machine = 机器所译，尚无人过目：“{ $excerpt }”
state-orphaned = 原文中已没有对应的内容：“{ $excerpt }”
state-stale = 接受之后原文改动过（{ $change ->
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
syntax-nesting-too-deep = 嵌套过深：此块余下的部分作为整体处理
term-forbidden = { $term ->
        [none] 不得使用“{ $found }”
       *[other] “{ $term }”不得译为“{ $found }”
    }{ $target ->
        [none] {""}
       *[other] ；请写“{ $target }”
    }
term-missing = “{ $term }”应译为“{ $target }”
