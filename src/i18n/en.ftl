### proj

config-broken = this is not valid YAML: { $detail }; mend the line and run the command again
config-unknown-key = unknown key “{ $key }”; did you mean “{ $nearest }”?
config-duplicate-key = the key “{ $key }” stands here a second time; keep one of the two
config-missing-key = the key “{ $key }” is missing; add it (`duizhao init --dry-run` shows an example)
config-not-text = “{ $key }” needs a text here; write one, in quotation marks if it looks like a number
config-not-map = “{ $key }” needs keys with values here, such as `key: value`
config-version = this version of the settings is not known; write `version: 1`
config-empty-list = “{ $key }” is empty; name at least one
config-lang = “{ $tag }” is not a language tag; write one such as `zh-Hans`, `en` or `pt-BR`
config-lang-twice = the language “{ $tag }” is named twice; keep one
config-same-lang = “{ $tag }” is both the source and a target; leave it out of the targets
config-severity = “{ $value }” is not a severity; did you mean “{ $nearest }”? (off, info, warning, error)
config-spelling = “{ $value }” is not a known spelling; write `us` or `gb`
config-coverage = the least coverage is a number from 0 to 100
config-unknown-rule = there is no rule “{ $rule }”; did you mean “{ $nearest }”?
config-glob = the pattern “{ $glob }” cannot be used: { $detail }
config-outside = “{ $path }” leaves the project; write a path relative to the folder of duizhao.yaml, with `/` and without `..`
config-placeholder = “{ $pattern }” holds something other than {"{path}"} and {"{lang}"} in braces, or a `*`; patterns know only these two
config-path-twice = “{ $pattern }” holds {"{path}"} twice; once is enough
config-no-path = “{ $pattern }” names a folder, or one file for all documents; write {"{path}"} where the rest of the path goes
config-no-lang = “{ $pattern }” is the same for several target languages; write {"{lang}"} where the language goes
config-path-one-side = {"{path}"} stands in only one of “{ $source }” and “{ $target }”; write it in both or in neither
config-same-path = “{ $pattern }” names the source itself; give the drafts a place of their own
content-missing = there is no “{ $path }” here; correct the `source` of this entry, or remove the entry
content-empty = no document matches the `source` patterns; correct them, or add a .md or .mdx file
project-missing = no duizhao.yaml in { $folder } or above it; run `duizhao init` to make one
path-outside = { $path }: lies outside the project; name a path inside it
path-not-content = { $path }: belongs to no `content` entry of duizhao.yaml, or is excluded; name another path or change the entry
file-missing = { $path }: there is no such file or folder; check the spelling
file-permission = { $path }: no permission; change the permissions of the file or its folder
file-is-folder = { $path }: is a folder, not a file; name a file
file-not-folder = { $path }: a part of this path is a file, not a folder; move one of the two
file-too-large = { $path }: is larger than 4 GiB; split it or exclude it
file-special = { $path }: is neither a file nor a folder; exclude it
file-dangling = { $path }: is a symlink that leads nowhere; mend or remove it
file-loop = { $path }: is a symlink that leads back to itself; mend or remove it
file-disk-full = { $path }: could not be written, the disk is full; make room and run the command again
file-unreadable = { $path }: could not be read or written: { $detail }
file-not-utf8 = { $path }:{ $line }: is not UTF-8; convert the file (for example with iconv) or exclude it
file-crash = { $path }: the program failed on this file and left it out; please report it, with the file if you can
glossary-missing = { $path }: this glossary file is not there; correct `glossary` in duizhao.yaml
init-exists = { $path }: is there already; edit it, or delete it first
init-unchanged = { $path }: nothing to add
init-nothing-found = no translation found beside the documents; the patterns are a proposal, correct them if drafts are to live elsewhere
init-no-documents = no Markdown found; the patterns are a proposal for a new project
init-source-guessed = took { $source } for the source language, because { $reason ->
        [files] its side has more documents
        [chinese] both sides have as many documents and it is the Chinese one
        [base] it stands where the other languages have folders or suffixes
       *[config] the site's settings say so
    }; if that is wrong, run `duizhao init --source LANG`
init-lang-unknown = { $path }: could not tell the language of this folder; it was left out
