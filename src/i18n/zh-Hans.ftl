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
init-unchanged = { $path }: 无需添加
init-nothing-found = 文档旁没有找到译稿；以下模式只是建议，若译稿另有位置请改正
init-no-documents = 没有找到 Markdown 文件；以下模式是给新项目的建议
init-source-guessed = 以 { $source } 为源语言，因为{ $reason ->
        [files] 这一边的文档更多
        [chinese] 两边文档一样多，而这一边是中文
        [base] 其他语言放在文件夹或后缀里，而它没有
       *[config] 站点配置如此
    }；若不对，请运行 `duizhao init --source 语言`
init-lang-unknown = { $path }: 看不出这个文件夹的语言，已略过
