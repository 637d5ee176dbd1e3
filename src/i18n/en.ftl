### The interface's words in English. Ids are grouped by who says them; `zh-Hans.ftl` holds the same ids with the same variables.
### Style: lowercase fragment, place – cause – mend; never blame.

### proj

config-broken = this is not valid YAML: { $detail }; mend the line and run the command again
config-unknown-key = unknown key “{ $key }”; did you mean “{ $nearest }”?
config-duplicate-key = the key “{ $key }” stands here a second time; keep one of the two
config-missing-key = the key “{ $key }” is missing; add it (`duizhao init --dry-run` shows an example)
config-not-switch = `{ $key }` is neither true nor false; write one of the two
config-not-text = “{ $key }” needs a text here; write one, in quotation marks if it looks like a number
config-not-map = “{ $key }” needs keys with values here, such as `key: value`
config-version = this version of the settings is not known; write `version: 1`
config-empty-list = “{ $key }” is empty; name at least one
config-lang = “{ $tag }” is not a language tag; write one such as `zh-Hans`, `en` or `pt-BR`
config-lang-twice = the language “{ $tag }” is named twice; keep one
config-same-lang = “{ $tag }” is both the source and a target; leave it out of the targets
config-severity = “{ $value }” is not a severity; did you mean “{ $nearest }”? (off, info, warning, error)
config-dialect = “{ $value }” is not a known dialect; write `markdown`, `markdown-with-ids`, `mdx` or `loose-mdx`
config-spelling = “{ $value }” is not a known spelling; write `us` or `gb`
config-reporting = “{ $value }” is not known here; write `attach` (the clause belongs to the quotation's sentence) or `split`
config-sync-new = “{ $value }” is not known here; write `comment` (a placeholder that quotes the source) or `source` (its text)
config-extend = `extend` is `true` or `false`: whether duizhao's own rules decide where the rule file says nothing
config-coverage = the least coverage is a number from 0 to 100
config-age = how long a translation may be outdated is a number of days or weeks: `30d`, `6w`
config-coverage-lang = “{ $tag }” is no target language of this project; name one of `targets`
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
file-read-only = { $path }: its file system is read-only; mount it for writing, or work on a copy
file-size-limit = { $path }: could not be written, it is larger than the system lets this program write; raise the limit (`ulimit -f`) and run the command again
file-changed-meanwhile = { $path }: has changed since it was read, so nothing was written over it; run the command again
file-unreadable = { $path }: could not be read or written: { $detail }
align-dictionary-line = { $path }:{ $line }: is no entry of a dictionary; an entry is `傳統 传统 [chuan2 tong3] /tradition/traditional/`
align-embeddings-line = { $path }:{ $line }: is no vector: { $cause }; a line is a JSON object with "text" and "vector", and all vectors have one length
align-file-and-folder = { $folder }: is a folder, and { $file } is a file; name two files or two folders
align-no-partner = { $path }: has no partner of the same name in { $folder }; add it, or move this file elsewhere
align-out-missing = two folders give many results: say where they go with `--out FOLDER`, and name formats without files
align-same-name = { $path }: has the same name as { $other } but for the ending; rename one
file-not-utf8 = { $path }:{ $line }: is not UTF-8; convert the file (for example with iconv) or exclude it
file-crash = { $path }: the program failed on this file and left it out; please report it, with the file if you can
glossary-missing = { $path }: this glossary file is not there; correct `glossary` in duizhao.yaml
init-exists = { $path }: is there already; edit it, or delete it first
init-nothing-found = no translation found beside the documents; the patterns are a proposal, correct them if drafts are to live elsewhere
init-no-documents = no Markdown found; the patterns are a proposal for a new project
init-source-guessed = took { $source } for the source language, because { $reason ->
        [files] its side has more documents
        [leftover] several documents of the other side are still in it
        [chinese] both sides have about as many documents and it is the Chinese one
        [base] it stands where the other languages have folders or suffixes
       *[config] the site's settings say so
    }; if that is wrong, run `duizhao init --source LANG`
init-site = { $path }: settings of { $generator }, { $default ->
        [none] whose default language is not said there
       *[other] default language { $default }
    }{ $languages ->
        [none] {""}
       *[other] , languages { $languages }
    }
init-entry = { $source } → { $target }: { $n ->
        [one] one document
       *[other] { $n } documents
    }, drafts: { $drafts }
init-left-out = left out { $n ->
        [one] one Markdown file that has
       *[other] { $n } Markdown files that have
    } no counterpart: { $folders }; add entries under `content` for what is to be translated
init-content = --content { $entry }: is no pair of patterns; write SOURCE=TARGET, with {"{path}"} in both or in neither: docs/{"{path}"}=i18n/{"{lang}"}/{"{path}"}
init-wrote = wrote { $path }
init-inferred = { $n ->
    [one] one unit
   *[other] { $n } units
} of { $documents ->
    [one] one document
   *[other] { $documents } documents
} known from the history, unconfirmed; the source of { $changed } of them has changed since: see `duizhao diff`; `duizhao accept --all --unchanged` records the others
init-pin-unknown = the commit “{ $commit }” of the front matter is not in this repository, or has no such source; the history is asked instead
init-next = next: `duizhao status` shows how far the translation is; `duizhao accept --all`, after a look, records the pairs that are there
init-comment-head = Settings of duizhao, which keeps translations in step with their sources.
init-comment-content = Where the documents are. {"{path}"} stands for the same text on both sides, {"{lang}"} for the target language.
init-comment-glossary = Terms and how to translate them, one file or several.
init-comment-gate = `duizhao check` fails at findings of this severity or above; `min-coverage: 100` asks for complete drafts.

### git: revisions that commands are asked to look at

git-missing = git cannot be started: { $detail }; install git, or run the command without a revision
git-no-repository = { $folder }: lies in no git repository; run the command in a clone, or without a revision
git-failed = `git { $command }` failed: { $detail }
git-revision-unknown = there is no revision “{ $revision }” in this repository; name a commit, a branch or a tag (`git log` shows them)
git-revision-shallow = “{ $revision }” is not in this clone, whose history is cut off; fetch it first (`git fetch --unshallow`, or `fetch-depth: 0` in CI)
git-merge-base = “{ $revision }” and the present commit have no commit in common; name a revision of the same history
git-merge-base-shallow = where “{ $revision }” and the present commit part is not in this clone, whose history is cut off; fetch more of it (`git fetch --unshallow`, or `fetch-depth: 0` in CI)
git-no-project = { $path } is not there at “{ $revision }”; name a later revision
git-project-broken = the project as it was at “{ $revision }” cannot be read:

### CLI: help

cli-duizhao = Keeps a Markdown translation in step with its source: what is untranslated, stale or inconsistent.
cli-duizhao-after =
    Begin with `duizhao init`; then `duizhao check` is all that CI needs.
    Exit codes: 0 clean, 1 findings at or above the gate, 2 could not run.
cli-init = Find the layout of the repository and write duizhao.yaml
cli-init-after =
    Examples:
      duizhao init --dry-run                       show what would be written
      duizhao init --source zh-Hans --target en    say the languages instead of having them guessed
cli-status = Show how far the translation has come: documents by state, units and characters
cli-diff = Show what there is to do: untranslated, stale, unconfirmed and orphaned units, with places on both sides
cli-diff-after =
    Examples:
      duizhao diff --state stale             only what changed in the source since it was accepted
      duizhao diff docs/guide.md             one document
      duizhao diff --since v1.0 --format html=review.html
                                             a page for reviewers: old and new source, old and new draft
      duizhao diff --format json             for scripts
cli-next = Show the next thing to do, and open the editor at its line
cli-next-after =
    What went stale comes first: numbers and rewritten text before small changes. Then what is missing in drafts that are begun, those
    with least left to do first; then what nobody has confirmed; documents without any draft come last.

    Examples:
      duizhao next                           one unit, with its places
      duizhao next --open                    the same in $VISUAL or $EDITOR, at its line
      duizhao next -n 5 --state stale docs/  the five most urgent changes of one folder
cli-render = Write editions in two languages: Markdown, pages for browsers, books (EPUB), or another language of a site
cli-render-after =
    Every block of both sides stands in an edition. What is missing or outdated says so, in the draft's language.

    Examples:
      duizhao render docs/guide.md                                     one page, to standard output
      duizhao render --output bilingual                                every page, links and pictures with them
      duizhao render --format markdown-details --first target -o out   the translation, the source folded away
      duizhao render --format html --output reader                     pages to read side by side, with search and glossary
      duizhao render --format epub --output book.epub                  a book for reading devices
      duizhao render --format docusaurus --output website              i18n/en-x-bi beside the other languages
      duizhao render --format mdbook --output src-bilingual            beside src, where includes hold; book.toml names it
      duizhao render --format html --output reader --watch             again at every save
cli-export = Give documents out to translators and their programs: work packets, tables, PO, XLIFF, TMX
cli-export-after =
    Every segment bears a name by its text and the name of the draft's text as it is now: `duizhao import` takes the file back, and
    writes over no draft that somebody has changed in the meantime.

    Examples:
      duizhao export --format jsonl                        what is untranslated or stale, one JSON object a line
      duizhao export --output review.xlsx docs/            a folder as a table for a reviewer
      duizhao export --format xliff-1.2 -o jobs/           a file for each document
      duizhao export --format po --lang ja --output ja.po  one of several languages
cli-import = Write what comes back from translators into the drafts it is for
cli-import-after =
    Only the units that are imported change in a draft. Left alone and told are: drafts that somebody has changed since the export,
    sources that have changed since, texts whose inline codes are not those of their source. What is written is recorded as accepted
    at the level that the file says.

    Exit status: 0 all done, 1 something was left alone, 2 could not run.

    Examples:
      duizhao import --dry-run review.xlsx                 what would be written
      duizhao import jobs/*.xlf                            several files at once
cli-sync = Bring drafts in step with their sources: hold the places of new text, follow moves, copy changed code and images
cli-sync-after =
    No translated word is touched. What is new in the source gets a comment that starts with `duizhao-new`, in the form that the
    draft's dialect takes; replace it by the translation. A draft that does not exist is made.

    Examples:
      duizhao sync --dry-run                 what would be done
      duizhao sync docs/guide.md --diff      the same as a unified diff
      duizhao sync --new source              put the source's text there, with that comment behind it
      duizhao sync --patch                   repeat changes of links, code, numbers and versions, recorded as a machine's work
      duizhao sync --prune                   also remove what has lost its source
cli-check = Check states, coverage, glossary and quality: the gate for CI
cli-check-after =
    Examples:
      duizhao check                              everything
      duizhao check --select term,num docs/      some groups of rules, one folder
      duizhao check --diff                       what --fix would change
      duizhao check --format github              annotations on GitHub
      duizhao check --pair '开源模型' 'closed models' --glossary glossary/ai.yaml
cli-accept = Record that the drafts translate their sources as both stand now
cli-accept-after =
    Examples:
      duizhao accept translations/en/guide.md        every pair of one document that has a counterpart
      duizhao accept translations/en/guide.md:42     the pair at line 42
      duizhao accept --all --dry-run                 what accepting everything would record
      duizhao accept source/guide.md:42 --reason 'typo fix only'
cli-segment = List the units and sentences of one file
cli-assemble = Read segment's JSON from standard input and print the file with those units replaced
cli-assemble-after =
    Example:
      duizhao segment --format json a.md | my-script | duizhao assemble a.md
cli-align = Pair the units of two files without any project
cli-explain = Explain a rule
cli-rules = List all rules
cli-completions = Print completions for a shell
cli-man = Print the manual page, in roff
cli-help = Print help for the program or for a command

cli-arg-ui-lang = Language of the interface: en or zh-Hans; else the locale decides
cli-arg-color = When to use color
cli-arg-directory = Work in this folder instead of the present one
cli-arg-help = Print help
cli-arg-version = Print the version
cli-arg-paths = Documents, drafts or folders; everything without one
cli-arg-format = Format of the output, and the file to write it to; can be given several times
cli-arg-dry-run = Show what would be done and write nothing
cli-arg-source-lang = Language of the source (BCP 47); guessed without it
cli-arg-target-lang = Language of the target (BCP 47); guessed without it
cli-arg-lang = Language of the file (BCP 47); guessed without it
cli-init-from-history = Note in the locks what the source was when each unit of the drafts was last touched, by git's history, by a commit in the draft's front matter, or by comments that quote the source; also in a project that is there already
cli-init-source = Source language (BCP 47); guessed without it
cli-init-content = A content entry, SOURCE=TARGET; repeat it for more; found without one
cli-init-target = Target languages (BCP 47), with commas between them; guessed without one
cli-next-number = How many to show
cli-next-state = Only units in these states, with commas between them
cli-next-open = Open the draft at the first unit's line in $VISUAL or $EDITOR
cli-status-no-cache = Work everything out anew; neither ask nor write .duizhao/cache
cli-status-folders = Add up folders, at most so many deep (2 without a number), instead of listing documents
cli-status-blame = Tell since when units are stale or untranslated, and by which commits of their sources
cli-status-since = Show the coverage at this revision (commit, branch, tag) too, and by how much it has risen or fallen
cli-diff-state = Only units in these states, with commas between them
cli-check-select = Only these rules or groups, with commas between them
cli-check-ignore = All but these rules or groups, with commas between them
cli-check-min-coverage = Least coverage in percent, of everything (goes before the one in duizhao.yaml) or of some paths (`docs/**=95`); can be given several times
cli-check-max-stale-age = Fail where a translation has been outdated for longer than this (`30d`, `6w`), by the history up to the present commit
cli-check-no-regression = Fail where it is worse than this: a revision, or a file that --write-baseline or --update-ratchet wrote
cli-check-fix = Apply the fixes that keep the meaning
cli-check-unsafe-fixes = Apply the fixes that need a second look, too
cli-check-baseline = Leave out the findings that this file knows; goes before the one in duizhao.yaml
cli-diff-since = Only what has changed on either side since this revision (commit, branch, tag)
cli-diff-blame = Tell since when each unit is stale or untranslated, and by which commit of its source
cli-check-write-baseline = Write all of today's findings to the baseline: from then on only new ones count
cli-check-changed-from = Report only what has become worse since the work parted from this revision (branch, tag, commit)
cli-check-no-cache = Work everything out anew; neither ask nor write .duizhao/cache
cli-check-ratchet = Fail where it is worse than this file says, and let pass what it allows; goes before the one in duizhao.yaml
cli-check-update-ratchet = Write down what has been reached: from then on nothing may be worse
cli-check-loosen = Let --update-ratchet write down less than was reached before
cli-check-diff = Show what the fixes would change and write nothing
cli-check-pair = Check these two texts instead of a project
cli-check-glossary = Glossary file for --pair; can be given several times
cli-render-format = What is written
cli-render-output = The folder to write, or the file where there is one page; without it one page goes to standard output
cli-render-first = Which side stands first
cli-render-state = Only passages whose translation stands so, with commas between them; headings stay
cli-render-fallback = What stands where the translation is missing: the source, or a mark alone with the source folded away
cli-render-title = A book's title; without it the only document's heading, or the name of the project's folder
cli-render-allow-html = Pass HTML of the documents through to pages for browsers; without it, it stands there as text
cli-render-watch = Make the edition again whenever a file is saved, until Ctrl-C
cli-render-locale = What a site calls the edition's language [default: the draft's with `-x-bi`]
cli-export-format = The format; by the ending of --output without one
cli-export-output = The file to write, or a folder for one file a document; standard output without it
cli-export-lang = The language of the drafts (BCP 47), where there are several
cli-export-state = Only pairs in these states, with commas between them; without it, what the format is for
cli-export-code = Code blocks, markup and formulas, too
cli-export-full = Everything the format has room for: matches, glossary, notes; some programs read only the plain form
cli-export-prefill = Put the source where there is no translation: some programs translate only what has a target
cli-import-files = The files; - reads standard input
cli-import-input-format = What the files are; by their endings without it
cli-import-lang = The language of the drafts (BCP 47); what the files say without it
cli-import-dry-run = Write nothing, say what would be done
cli-import-unfinished = Also write what is said to be unfinished (fuzzy), recorded as a machine's
cli-import-overwrite = Also write over a draft where the file does not tell what it said when the translation was made
cli-import-allow-code-changes = Also write texts whose links, code and tags are not those of their source
cli-import-no-accept = Write the drafts and record nothing in the locks
cli-sync-new = What stands in the draft for new text: a comment that quotes the source, or the source itself with that comment behind it; duizhao.yaml decides without it
cli-sync-patch = Also repeat mechanical changes of the source that are certain: link targets, inline code, numbers, versions, ids
cli-sync-prune = Also remove what has lost its source
cli-sync-diff = Show what would change as a unified diff and write nothing
cli-accept-paths = Documents, drafts or folders; with a line, the pair at that line of either side
cli-accept-unchanged = Of them only those whose source is as it was when the draft was last touched (see `init --from-history`)
cli-accept-all = Accept every pair that has a counterpart, at whatever confidence: of the project, or of the paths named
cli-accept-level = Level to record
cli-accept-reviewed = The same as --level reviewed
cli-accept-reason = Why an untouched draft still fits its changed source
cli-segment-file = File to read; - is standard input
cli-segment-plain = Read plain text: paragraphs between empty lines
cli-segment-reporting = Whether a clause such as 他说 after a quotation belongs to its sentence (attach) or not (split); goes before the one in duizhao.yaml
cli-segment-srx = Rule file (SRX 2.0) to segment by, for the languages it names; goes before the one in duizhao.yaml
cli-assemble-file = File whose units are replaced
cli-align-source = Source file, or a folder of them; - is standard input
cli-align-target = Target file or folder
cli-align-sentences = Pair sentences instead of units
cli-align-dictionary = Dictionary in the format of CC-CEDICT, beside the built-in lexicon
cli-align-embeddings = Sentence vectors of your own, one JSON object a line: {"{"}"text": "…", "vector": [0.1, …]{"}"}
cli-align-out = Folder for the results where SOURCE and TARGET are folders; files are paired by name
cli-align-lines = Pair the lines of files that hold one segment a line
cli-explain-rule = Rule, such as state/stale
cli-completions-shell = Shell
cli-man-command = Command whose page is wanted
cli-help-command = Command

cli-value-COMMAND = COMMAND
cli-value-OPTIONS = OPTIONS
cli-value-PATH = PATH
cli-value-PATH--LINE- = PATH[:LINE]
cli-value-FILE = FILE
cli-value-DIR = DIR
cli-value-LANG = LANG
cli-value-WHEN = WHEN
cli-value-FORMAT--FILE- = FORMAT[=FILE]
cli-value-FORMAT = FORMAT
cli-value-SIDE = SIDE
cli-value-NAME = NAME
cli-value-STATE = STATE
cli-value-RULE = RULE
cli-value-PERCENT = PERCENT
cli-value--GLOB--PERCENT = [GLOB=]PERCENT
cli-value-DAYS = DAYS
cli-value-BASE = BASE
cli-value-SOURCE = SOURCE
cli-value-TARGET = TARGET
cli-value-LEVEL = LEVEL
cli-value-TEXT = TEXT
cli-value-SHELL = SHELL
cli-value-WHAT = WHAT
cli-value-REV = REV

cli-help-usage = Usage:
cli-help-commands = Commands:
cli-help-arguments = Arguments:
cli-help-options = Options:
cli-help-values = [one of: { $values }]
cli-help-default = [default: { $default }]

### CLI: a command line that cannot be read

usage-value-missing = { $arg } needs a value
usage-value-invalid = “{ $value }” is no value for { $arg }
usage-argument-unknown = there is no argument “{ $arg }”
usage-command-unknown = there is no command “{ $command }”
usage-equals-missing = { $arg } needs an equals sign before its value
usage-values-too-many = “{ $value }” is one value too many for { $arg }
usage-values-too-few = { $arg } needs at least { $least } values, not { $actual }
usage-values-wrong-number = { $arg } needs { $least } values, not { $actual }
usage-argument-twice = { $arg } can be given only once
usage-argument-conflict = { $arg } and { $prior } exclude each other
usage-argument-missing = something is missing: { $arg }
usage-command-missing = a command is missing
usage-not-utf8 = an argument is not UTF-8
usage-other = the command line cannot be read
usage-nearest = did you mean { $nearest }?
usage-trailing = to pass it as a value, write `-- { $arg }`
usage-values = one of: { $values }
usage-see-help = see `{ $command }`

### CLI: interop

cli-interop = Deal with files of other programs: PO, XLIFF, TMX, TBX
cli-interop-after =
    `duizhao interop COMMAND --help` tells more of each.
cli-interop-check = Check PO, XLIFF, TMX and TBX files against the rules of their formats
cli-interop-check-after =
    Examples:
      duizhao interop check po/zh_CN.po job.xlf
      duizhao interop check --strict --format json memory.tmx
      xmllint --format terms.tbx | duizhao interop check --as tbx -
cli-interop-check-files = Files to check; - is standard input
cli-interop-check-format-of-files = Format of the files; told by their content and their ending without it
cli-interop-check-strict = Fail on warnings, too

### CLI: glossary

cli-glossary = Look after the glossary: list, look up, change and check its terms
cli-glossary-after =
    `duizhao glossary COMMAND --help` tells more of each.
cli-glossary-list = List the entries, all or those that hold a text
cli-arg-glossary = Glossary file to work on; the project's own without one; can be given several times
cli-glossary-list-text = Only entries that hold this text
cli-glossary-list-status = Only entries in these states, with commas between them
cli-glossary-list-domain = Only entries of these subject fields, with commas between them
cli-value-STATUS = STATUS
cli-value-DOMAIN = DOMAIN
cli-glossary-rename = Rename a target term, in the glossary and in the prose of all drafts; a preview unless --write is given
cli-glossary-rename-after =
    Examples:
      duizhao glossary rename 'big model' 'large model'
      duizhao glossary rename 'big model' 'large model' docs/ --write
cli-glossary-rename-old = Target term as the glossary has it
cli-glossary-rename-new = Its new name
cli-glossary-rename-everywhere = Also in translated units whose source does not hold the term
cli-glossary-rename-write = Write the changes
cli-value-OLD = OLD
cli-value-NEW = NEW
glossary-target-missing = no entry has the target “{ $name }”; `duizhao glossary list` lists them
glossary-target-ambiguous = several entries have the target “{ $name }”: { $places }; rename it there by hand
glossary-rename-left = { $path }:{ $line }: “{ $text }” is left as it is: the words around it may have to change, too
glossary-rename-would = { $n ->
        [one] one place in the drafts would change
       *[other] { $n } places in the drafts would change
    }; --write does it
glossary-rename-done = { $n ->
        [one] one place in the drafts changed
       *[other] { $n } places in the drafts changed
    }
cli-glossary-lookup = Find the terms of a text, on either side, with what the glossary says of them
cli-glossary-lookup-after =
    Examples:
      duizhao glossary lookup 开源模型
      cat draft.md | duizhao glossary lookup -
cli-glossary-lookup-text = Text to look at; - is standard input
cli-glossary-add = Add an entry, in the style of the file; every other line stays as it is
cli-glossary-add-after =
    Examples:
      duizhao glossary add 智能体 agent --allow 'AI agent' --forbid robot
      duizhao glossary add GitHub --dnt
cli-glossary-add-source = Source form
cli-glossary-add-target = Preferred target
cli-glossary-add-allow = Admitted target; can be given several times
cli-glossary-add-forbid = Target that is wrong; can be given several times
cli-glossary-add-note = Advice for translators
cli-glossary-add-status = State of the entry
cli-glossary-add-dnt = A name that is not translated
cli-glossary-add-file = Glossary file to put it into; needed where there are several
cli-glossary-admit = Admit one more target for an entry
cli-glossary-admit-target = Target to admit
cli-glossary-remove = Take an entry out; comments stay
cli-arg-source = Source form or id of the entry
cli-glossary-check = Check the glossary itself, the examples of its entries among it
cli-glossary-calibrate = Show which entries the drafts keep to, what stands instead, and how to admit it
cli-glossary-stats = Count how often each term stands in the documents and is kept to
glossary-note = note
glossary-instead = instead
glossary-checked = checked
glossary-obeyed = kept to
glossary-rate = rate
glossary-hits = hits
glossary-documents = documents
glossary-lookup-none = no terms
glossary-written = { $path } written
glossary-add-empty = a term or a note is empty; write it out
glossary-add-twice = “{ $term }” has an entry already: { $place }; admit a target with `duizhao glossary admit`, or edit it there
glossary-admit-twice = “{ $target }” is admitted already
glossary-admit-forbidden = “{ $target }” is forbidden here; take it out of `forbid` first
glossary-entry-missing = there is no entry “{ $name }”; `duizhao glossary list` lists them
glossary-entry-ambiguous = several entries have the source form “{ $name }”: { $places }; give one an `id` and name it by that
glossary-no-file = there is no glossary file; name one with --glossary, or under `glossary` in duizhao.yaml
glossary-which-file = there are several glossary files; say which with --file: { $files }
glossary-file-unknown = “{ $path }” is none of the glossary files: { $files }
glossary-edit-refused = this cannot be edited safely by machine, nothing was written; please edit it by hand
glossary-calibrate-none = the drafts keep to every entry
glossary-calibrate-admit = What stands instead can be admitted, where it is right:
glossary-stats-sum = { $used } of { $n } entries are used; the drafts keep to them in { $rate } of the places
glossary-source = source
glossary-target = target
glossary-allow = allowed
glossary-forbid = forbidden
glossary-status = status
glossary-place = place
glossary-status-proposed = proposed
glossary-status-approved = approved
glossary-status-deprecated = deprecated
glossary-dnt = (do not translate)
glossary-no-check = (not checked)
glossary-list-none = no entries
glossary-list-sum = { $n ->
        [one] one entry
       *[other] { $n } entries
    }

### CLI: files and folders

cli-error = error:
cli-loading = { $n ->
        [one] reading one document
       *[other] reading { $n } documents
    }
cli-waiting = another duizhao is writing in this project; waiting for it to end
cli-output-failed = standard output cannot be written: { $error }
cli-folder-not-utf8 = { $path }: the folder's path is not UTF-8; move the project elsewhere
cli-rule-unknown = there is no rule or group “{ $rule }”; `duizhao rules` lists them

### CLI: what commands say

home-outside = This folder belongs to no duizhao project yet: `duizhao init` makes one.
home-empty = The project has no documents yet: see `content` in duizhao.yaml.
home-stale = { $n ->
        [one] one unit is stale, its source changed: `duizhao diff --state stale`
       *[other] { $n } units are stale, their sources changed: `duizhao diff --state stale`
    }
home-untranslated = { $n ->
        [one] one unit is untranslated: `duizhao diff --state untranslated`
       *[other] { $n } units are untranslated: `duizhao diff --state untranslated`
    }
home-unconfirmed = { $n ->
        [one] one unit is unconfirmed: read it, then `duizhao accept PATH:LINE`
       *[other] { $n } units are unconfirmed: read them, then `duizhao accept PATH`
    }
home-machine = { $n ->
        [one] one unit is a machine's work: read it, then `duizhao accept PATH:LINE`
       *[other] { $n } units are a machine's work: read them, then `duizhao accept PATH`
    }
home-orphaned = { $n ->
        [one] one unit of a draft has lost its source: `duizhao diff --state orphaned`
       *[other] { $n } units of drafts have lost their sources: `duizhao diff --state orphaned`
    }
home-edited = { $n ->
        [one] one unit of a draft was edited since it was accepted: `duizhao diff --state edited`
       *[other] { $n } units of drafts were edited since they were accepted: `duizhao diff --state edited`
    }
home-some = These have the lowest coverage of { $n } documents; `duizhao status` lists all.
home-check = `duizhao check` looks at terms, links, markup and the rest, too.
home-done = Everything is translated and accepted. `duizhao check` looks at terms, links, markup and the rest.
check-fixed = { $n ->
        [one] one place fixed
       *[other] { $n } places fixed
    }
check-more-unsafe = { $n ->
        [one] one more fix needs a second look: `--unsafe-fixes` applies it
       *[other] { $n } more fixes need a second look: `--unsafe-fixes` applies them
    }
check-nothing-to-fix = there is nothing that can be fixed
check-coverage = coverage{ $lang ->
        [all] {""}
       *[other] {" "}of { $lang }
    } is { $coverage } %, the gate asks for { $least } %
check-coverage-nothing = { $glob }: no document is called so, and its least coverage is asked for; write the path from where you stand, as `docs/**=95`
check-regression = coverage of { $lang } fell from { $then } % to { $coverage } %, and more is left to do
regression-neither = { $path }: this is neither a baseline nor a ratchet; name a file that `--write-baseline` or `--update-ratchet` wrote, or a revision
check-age = outdated for { $days } days, the gate allows { $most }; since { $date }, commit { $commit } “{ $subject }”
check-age-more = { $n ->
        [one] and one more unit that has been outdated for too long
       *[other] and { $n } more units that have been outdated for too long
    }
check-age-no-history = there is no history here that tells since when translations are outdated; --max-stale-age is passed over
check-age-cut-off = { $n ->
        [one] the history of this clone is cut off, and does not tell since when one unit is outdated; fetch all of it (`git fetch --unshallow`, `fetch-depth: 0`)
       *[other] the history of this clone is cut off, and does not tell since when { $n } units are outdated; fetch all of it (`git fetch --unshallow`, `fetch-depth: 0`)
    }
check-age-untold = { $n ->
        [one] the history does not tell since when one unit is outdated; it is not held against the gate
       *[other] the history does not tell since when { $n } units are outdated; they are not held against the gate
    }
baseline-version = this is no baseline of version 1; write it anew with `duizhao check --write-baseline`
baseline-damaged = this line of the baseline cannot be read; mend it, or write the file anew with `duizhao check --write-baseline`
baseline-known = { $n ->
        [one] one known finding left out
       *[other] { $n } known findings left out
    }
baseline-gone = { $n ->
        [one] one finding of the baseline is gone; run `duizhao check --write-baseline`
       *[other] { $n } findings of the baseline are gone; run `duizhao check --write-baseline`
    }
baseline-written = { $n ->
        [one] one finding written to { $path }
       *[other] { $n } findings written to { $path }
    }
baseline-next = next: write `gate: {"{"}baseline: { $path }{"}"}` into duizhao.yaml, so that every check leaves them out
changed-known = { $n ->
        [one] one finding left out that was there before the change ({ $commit })
       *[other] { $n } findings left out that were there before the change ({ $commit })
    }
changed-no-project = where this change parts from “{ $revision }” there are no settings that can be read; the present ones are taken for both sides
check-coverage-fell = coverage{ $lang ->
        [all] {""}
       *[other] {" "}of { $lang }
    } fell from { $then } % to { $coverage } %; the gate asks for { $least } %, or for no less than before
ratchet-version = this is no ratchet of version 1; write it anew with `duizhao check --update-ratchet --loosen`
ratchet-damaged = this line of the ratchet cannot be read; mend it, or write the file anew with `duizhao check --update-ratchet --loosen`
ratchet-missing = { $path }: this ratchet is not there; make it with `duizhao check --update-ratchet`
ratchet-coverage = coverage of { $lang } fell to { $now } %, and more is left to do; the ratchet has { $then } %
ratchet-rule = { $rule }: { $now } findings; the ratchet allows { $allowed }
ratchet-within = { $n ->
        [one] one finding at the gate, which the ratchet allows
       *[other] { $n } findings at the gate, which the ratchet allows
    }
ratchet-better = it is better than the ratchet asks for; run `duizhao check --update-ratchet` to keep it so
ratchet-refused = { $path }: left as it is, because it would allow more; mend what got worse, or add `--loosen`
ratchet-written = { $path } written
ratchet-next = next: write `gate: {"{"}ratchet: { $path }{"}"}` into duizhao.yaml, so that no check lets it get worse
accept-what = say what to accept: a path, a path with a line (`guide.md:42`), or --all for every pair that has a counterpart
accept-no-pair = { $path }:{ $line }: no pair with a counterpart at this line; `duizhao diff` lists the places
accept-dropped = { $path }: removed; its document is gone, and all it held stands in the locks just written
accept-done = { $n ->
        [0] nothing new to accept
        [one] one pair accepted
       *[other] { $n } pairs accepted
    }
accept-same = { $n ->
        [one] one of them is still in the source's language: `duizhao check --select left` shows it
       *[other] { $n } of them are still in the source's language: `duizhao check --select left` shows them
    }
accept-refused = nothing was accepted; mend these files first, or name the documents to accept
accept-would = { $n ->
        [0] nothing would be accepted
        [one] one pair would be accepted
       *[other] { $n } pairs would be accepted
    }
accept-blind = { $source }: changed since it was accepted, but { $target } did not: not accepted
accept-blind-help = { $n ->
        [one] one pair was refused: change its draft, or say with --reason why it still fits
       *[other] { $n } pairs were refused: change their drafts, or say with --reason why they still fit
    }
assemble-needs-file = assemble reads the JSON from standard input, so FILE must be a real file
assemble-bad-json = standard input, line { $line }, column { $column }: not the JSON that `duizhao segment --format json` prints
assemble-bad-schema = standard input has the schema “{ $schema }”; { $wanted } is needed
assemble-foreign-unit = unit { $id } at bytes { $start } to { $end } is not of this file, or comes twice; segment the file again

### CLI: states, severities, changes

pair-untranslated = untranslated
pair-machine = machine
pair-unconfirmed = unconfirmed
pair-stale = stale
pair-edited = edited
pair-translated = translated
pair-reviewed = reviewed
pair-orphaned = orphaned
pair-ignored = ignored
change-cosmetic = cosmetic
change-markup = markup
change-moved = moved
change-number = numbers
change-minor = minor
change-rewrite = rewritten
severity-error = error
severity-warning = warning
severity-info = info
severity-off = off

### CLI: reports

format-full = source lines with the places underlined
format-concise = one finding a line
format-json = JSON for scripts
format-github = annotations on GitHub
format-gitlab = code quality report of GitLab
format-azure = logging commands of Azure Pipelines
format-sarif = SARIF 2.1.0, for code scanning
format-rdjson = diagnostics for reviewdog
format-junit = JUnit XML: what fails the gate is a failed case
format-checkstyle = Checkstyle XML
format-markdown = summary for a job or a pull request
format-html = dashboard for a browser, one file: languages, documents, and each unit with its findings
format-badge = badge with the coverage (SVG)
format-shields = the same as an endpoint of shields.io
badge-label = translation
page-dashboard = How far the translation has come
page-review = What there is to look at in the translation
page-since = What has changed since { $revision }
page-gone = gone
page-settled = Nothing in this document wants a look.
page-languages = Languages
page-documents = Documents
page-others = Findings outside the documents
page-search = Path or text
page-state = Units
page-any-state = all that want a look
page-found = with findings
page-any-language = all
page-sort = Order
page-by-name = by path
page-by-coverage = lowest coverage first
page-by-open = most to do first
page-by-errors = most findings first
page-open = Open all
page-close = Close all
page-none = Nothing fits this choice.
page-shown = # documents, # units
page-errors = { $n ->
        [one] one error
       *[other] { $n } errors
    }
page-warnings = { $n ->
        [one] one warning
       *[other] { $n } warnings
    }
page-more = { $n ->
        [one] and one more unconfirmed unit: `duizhao diff --state unconfirmed` shows it
       *[other] and { $n } more unconfirmed units: `duizhao diff --state unconfirmed` shows them
    }
page-nothing = There is nothing to look at.
render-skip = Skip to the text
render-layout = Layout
render-layout-interleaved = Both, in turn
render-layout-side = Side by side
render-layout-source = Original
render-layout-target = Translation
render-layout-tap = Translation, original on tap
render-theme = Colors
render-theme-auto = As the system
render-theme-light = Light
render-theme-dark = Dark
render-search = Search both languages
render-find = Search
render-found = Places found:
render-contents = Contents
render-chapters = Chapters
render-before = Previous
render-after = Next
render-glossary = Glossary
render-keys = Point at a sentence, or tap it, to see its counterpart. By keyboard: Tab to a sentence, ← and → to the next one, Enter to its counterpart.
render-peek = Original
render-table = Table
render-mark-stale = The original has changed since this was translated
render-mark-partial = Only a part of this is translated
render-mark-untranslated = Not translated yet
render-mark-orphaned = No longer in the original
render-box-note = Note
render-box-tip = Tip
render-box-info = Info
render-box-important = Important
render-box-warning = Warning
render-box-caution = Caution
render-box-danger = Danger
render-box-success = Success
render-box-question = Question
render-box-example = Example
render-box-quote = Quote
render-box-abstract = Summary
markdown-change = By this change: { $parts }
markdown-change-stale = { $n ->
        [one] **{ $n }** becomes outdated
       *[other] **{ $n }** become outdated
    }
markdown-change-untranslated = **{ $n }** untranslated
markdown-change-orphaned = **{ $n }** without a source
markdown-change-settled = **{ $n }** caught up
markdown-change-moved = **{ $n }** moved unchanged
markdown-change-nothing = By this change no unit becomes outdated, untranslated or moves.
markdown-passes = The translation passes
markdown-fails = The translation does not pass
markdown-more = and { $n } more
markdown-documents = { $n ->
        [one] One document
       *[other] { $n } documents, those of the lowest coverage first
    }
report-source = source
report-help = help
report-fix-safe = { $what } (`duizhao check --fix` does it)
report-fix-unsafe = { $what } (`duizhao check --unsafe-fixes` does it; look at it first)
report-fix-display = { $what }
report-fix-safe-many = { $n } places can be mended (`duizhao check --fix` does it)
report-fix-unsafe-many = { $n } places can be mended (`duizhao check --unsafe-fixes` does it; look at it first)
report-fix-display-many = { $n } places to mend
report-fix-insert = insert “{ $new }”
report-fix-remove = remove “{ $old }”
report-fix-replace = replace “{ $old }” by “{ $new }”
report-counted = { $n ->
        [one] nobody has accepted one unit yet: read it, then `duizhao accept { $file }`
       *[other] nobody has accepted { $n } units yet: read them, then `duizhao accept { $file }`
    }
report-counted-files = nobody has accepted { $n } units in { $files } files yet: `duizhao status` lists the files
report-more = and { $n } more in { $file }
report-more-files = and { $n } more in { $files } files
report-see-all = `--format concise` lists every finding, `duizhao diff` shows the units with their texts.
report-clean =
    no findings; coverage { $coverage } % of { $units ->
        [one] one unit
       *[other] { $units } units
    }
report-summary =
    { $errors ->
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }, { $infos ->
        [one] one info
       *[other] { $infos } infos
    }; coverage { $coverage } % of { $units ->
        [one] one unit
       *[other] { $units } units
    }
report-github-more = { $n ->
        [one] and one more finding of this level; the log of `duizhao check` has it
       *[other] and { $n } more findings of this level; the log of `duizhao check` has them
    }
status-document = document
status-language = language
status-coverage = coverage
status-change = change
status-new = new
status-gone = gone
blame-since = since
blame-commit = commit
blame-author = author
blame-subject = subject
blame-not-committed = not committed
blame-older = older than this clone
blame-not-told = not told
blame-told = since { $date } by { $commit } ({ $author }): { $subject }
blame-told-last = as it is now since { $date } by { $commit } ({ $author }): { $subject }
blame-told-uncommitted = the change of the source is not committed yet
blame-told-cut-off = since before the history of this clone begins; `git fetch --unshallow` brings the rest
blame-told-not = the history does not tell since when
since-unreadable = { $n ->
        [one] one file could not be read at “{ $revision }” and was left out there
       *[other] { $n } files could not be read at “{ $revision }” and were left out there
    }
status-units = units
status-characters = characters
status-sum = all { $n } documents
next-belongs = its translation belongs into { $path }, after line { $line }
next-sum = { $n ->
        [0] nothing else to do
        [one] one more thing to do after this
       *[other] { $n } more things to do after this
    }
editor-missing = no editor is named; set VISUAL or EDITOR, for example `EDITOR=vim`
editor-failed = the editor “{ $editor }” did not do its work ({ $detail }); set VISUAL or EDITOR to one that does
editor-no-draft = { $path }: there is no draft yet; `duizhao sync { $path }` makes one
render-no-output = an edition of { $n } pages needs a folder: add --output DIR, or name one document
render-site-output = an edition in the format { $format } needs a folder: add --output DIR
render-one-locale = “{ $locale }” can name the edition of one language only: name documents of one, or leave --locale out
render-done = { $n ->
    [one] 1 file written to { $folder }
   *[other] { $n } files written to { $folder }
}
render-progress = pages
render-watching = watching; save a file and its pages are written again, Ctrl-C ends
render-watch-output = --watch needs a folder or a file to write: add --output
render-rewritten = written again: { $path }
render-rewritten-more = and { $n ->
    [one] 1 more file
   *[other] { $n } more files
}
render-same = saved; no page says anything else
render-removed = removed { $path }: it no longer belongs to the edition
render-foreign = { $path } no longer belongs to the edition, but somebody has changed it; it stays, remove it when nobody needs it
render-picture-beside = { $path } has { $size } MB, too much to be put into the page itself; it stands beside it and goes with it
render-over-document = { $path }: the edition would be written over a document of the project; name another folder with --output
render-source = Source
render-target = Translation
render-stale = Outdated: the source has changed since
render-partial = Translated in part
render-untranslated = Not translated yet
render-orphaned = No longer in the source
diff-source = source
diff-draft = draft
diff-stale = { $state } ({ $change })
diff-sum = { $n ->
        [0] nothing to do
        [one] one unit to look at; once its draft is right, `duizhao accept PATH:LINE` records it
       *[other] { $n } units to look at; once a draft is right, `duizhao accept PATH` or `PATH:LINE` records it
    }
diff-more-unconfirmed = { $n ->
        [one] and one more unconfirmed unit: `duizhao diff --state unconfirmed`
       *[other] and { $n } more unconfirmed units: `duizhao diff --state unconfirmed`
    }
sync-kind-create = new draft
sync-kind-insert = to translate
sync-kind-copy = copied
sync-kind-key = new key
sync-kind-move = moved here
sync-kind-update = code updated
sync-kind-asset = image updated
sync-kind-heading-id = heading id
sync-kind-patch = patched
sync-kind-prune = removed
sync-kind-tidy = placeholder removed
sync-nothing = every draft is in step with its source
sync-done = { $n ->
        [one] one change made in one draft
       *[other] { $n } changes made in { $drafts } { $drafts ->
            [one] draft
           *[other] drafts
        }
    }
sync-would = { $n ->
        [one] one change would be made in one draft
       *[other] { $n } changes would be made in { $drafts } { $drafts ->
            [one] draft
           *[other] drafts
        }
    }
sync-patched = { $n ->
        [one] one patched text is recorded as a machine's work: read it, then `duizhao accept PATH:LINE`
       *[other] { $n } patched texts are recorded as a machine's work: read them, then `duizhao accept PATH`
    }
draft-strayed = { $source }: its translation stands in { $draft }; move that to { $place }
sync-unwritten = { $n ->
        [one] one draft could not be written and is as it was: see the line that begins with `!`
       *[other] { $n } drafts could not be written and are as they were: see the lines that begin with `!`
    }
sync-left = { $n ->
        [one] one place was left alone, as no change there is certain: see the line that begins with `!`
       *[other] { $n } places were left alone, as no change there is certain: see the lines that begin with `!`
    }
sync-inside = the draft has a part of this block only, and no line of its own could hold the rest; add it by hand
sync-table = the draft's table has other columns, or another head; bring them in step by hand and run the command again
sync-no-place = it could not be told where this belongs in the draft; add it by hand
sync-front-matter = the draft's front matter is of another kind, or one of the two is broken; add the key by hand
sync-key-inside = the draft has a part of this key's value only; add the rest by hand
sync-code-differs = the source of this has changed, but the draft's differs from it in more than comments and strings, or in those that changed; carry the change over by hand
sync-orphan-inside = the source of this is gone, but its block holds something else besides; remove it by hand
sync-no-pair = { $path }: nothing in this draft could be paired with its source; write a first heading, or remove the file to have it made anew
sync-messages = { $path }: keys of a message file are not added here; let the site write them (`docusaurus write-translations`), or copy them by hand
sync-unsafe = some text here would not have come through unchanged, so the draft was left as it is; please report this with the file
sync-unsettled = { $path }: the draft did not settle after several rounds, so it was left as it is; please report this with the file
explain-severity = severity:
explain-message = message:
explain-mqm = MQM:
explain-since = since:
explain-heading-why-it-matters = Why it matters
explain-heading-what-to-do = What to do
rules-rule = rule
rules-severity = severity
rules-message = message
rules-more = `duizhao explain RULE` tells more of each.
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-commands = COMMANDS
man-extra = NOTES
man-version = VERSION

### term

glossary-broken = not valid YAML: { $detail }; mend this line and try again
glossary-unknown-key = unknown key “{ $key }”; did you mean “{ $nearest }”?
glossary-duplicate-key = the key “{ $key }” stands here a second time; keep one of the two
glossary-wrong-type = a { $expected } is wanted here, not { $found ->
        [nothing] nothing
       *[other] a { $found }
    }
glossary-bad-value = “{ $value }” is no value of “{ $key }”; write one of: { $expected }
glossary-empty-term = an empty term; write it out or delete it
glossary-no-source = this entry has no source form; add `src`
glossary-no-target = “{ $src }” has no target; add `tgt` (`null` when it is not to be checked) or `dnt: true`
glossary-bad-glob = the pattern “{ $glob }” cannot be read; mend it
glossary-bad-pattern = the expression cannot be read: { $detail }; mend it
glossary-duplicate-id = two concepts have id “{ $id }” (the other: { $other }); rename one
internal-crash = the checks of this document broke down ({ $detail }); please report it

### CLI: glossary import, export, extract

cli-glossary-extract = Find terms that no glossary lists, with what the drafts say for them and where they disagree
cli-glossary-extract-after =
    Examples:
      duizhao glossary extract --competing               terms with more than one rendering
      duizhao glossary extract --format yaml=new.yaml    as proposed entries
cli-glossary-extract-paths = Documents, drafts or folders; all without one
cli-glossary-extract-min-count = How often a term must stand at least
cli-glossary-extract-limit = How many terms to show
cli-glossary-extract-competing = Only terms with competing renderings
cli-glossary-import = Read glossaries of other programs and add their entries, as proposals
cli-glossary-import-after =
    Examples:
      duizhao glossary import terms.csv --licence MIT      new entries go to a file of their own
      duizhao glossary import terms.xlsx --map Remarks=note --file glossary/ai.yaml
      duizhao glossary import terms.tsv --dry-run          look first
    Everything imported is `status: proposed`: findings about it are infos until somebody approves it.
cli-glossary-import-files = Files to read; - for standard input
cli-glossary-import-format = The format; by the endings of the files without one
cli-glossary-import-map = What a column holds: its header or number, and a field (source, target, note …); can be given several times
cli-glossary-import-columns = What the columns of a table without a header hold, with commas between them
cli-glossary-import-reverse = The table stands target first
cli-glossary-import-licence = The licence of the entries, kept with each
cli-glossary-import-lang = The language of the targets; the project's first without one
cli-glossary-import-file = The glossary file to add to; one named after the first imported file without one
cli-glossary-import-dry-run = Write nothing, show the new entries
cli-glossary-export = Write the glossary for other programs, and tell what is lost
cli-glossary-export-after =
    Examples:
      duizhao glossary export -o terms.xlsx
      duizhao glossary export --format deepl -o deepl.csv
    CSV and TSV get an apostrophe before cells that a spreadsheet would take for formulas; importing takes it away.
cli-glossary-export-format = The format; by the ending of the file without one, else csv
cli-glossary-export-output = The file to write; standard output without one
cli-glossary-export-lang = The language of the targets; the project's first without one
extract-term = term
extract-rendering = rendering
extract-place = first at
extract-count = count
extract-strength = strength
extract-competing = or: { $rendering }
extract-none = no terms found
export-lost = { $format } cannot hold “{ $key }”: lost in { $n ->
        [one] one entry
       *[other] { $n } entries
    } ({ $names })
export-left-deprecated = left out, being deprecated: { $n ->
        [one] one entry
       *[other] { $n } entries
    } ({ $names })
export-left-no-target = left out, having no target: { $n ->
        [one] one entry
       *[other] { $n } entries
    } ({ $names })
export-left-too-long = left out, being longer than { $format } allows: { $n ->
        [one] one entry
       *[other] { $n } entries
    } ({ $names })
job-given = { $n ->
    [one] one segment
   *[other] { $n } segments
} in { $files ->
    [one] one file
   *[other] { $files } files
}
job-other-states = nothing to give out in the states that this format is for; there are pairs in others: add --state { $states }
job-nothing-there = nothing to give out: the documents hold no text
job-write-format = which format is to be written? say it with --format ({ $known })
job-read-format = { $path }: which format is this? say it with --as ({ $known })
job-which-lang = drafts in which language? say it with --lang ({ $known })
job-unknown-lang = there are no drafts in “{ $lang }” here; there are: { $known }
job-nothing = no document is named; check the paths, or `content` in duizhao.yaml
job-stopped = nothing was imported: some files of the project could not be read
job-json-broken = not a JSON object: { $detail }; mend this line and try again
job-json-schema = the shape “{ $schema }” is not known; { $wanted } is
job-no-name = neither “key” nor “source” says what is translated here; add one of them
job-level = “{ $level }” is no level; write machine, translated or reviewed
job-table-columns = the first row names no column “target”, or neither “key” nor “source”; keep the header of the export
job-not-xliff = the root element is “{ $element }”; XLIFF has “xliff”; check the format
job-not-tmx = the root element is “{ $element }”; TMX has “tmx”; check the format
job-conflict = not written, { $document }: the draft has been changed since the export; compare both and write it by hand, or export again
job-no-base = not written, { $document }: there is a draft already, and the file does not tell what it said when this was made; add --overwrite to write it
job-source-changed = not written, { $document }: the source has been changed since the export; export again
job-unknown = not written, { $document }: no document of the project holds this segment; check the path and the language
job-doubled = not written, { $document }: another segment of the import is for the same place and says something else; leave one of them out
job-unknown-code = not written, { $document }: a code here is neither in the source nor in the draft; take it out, or give it its data
job-shape = not written, { $document }: the draft has several paragraphs here; keep as many, with blank lines between them
job-code-missing = not written, { $document }: “{ $code }” is missing; put it back, or add --allow-code-changes
job-code-strange = not written, { $document }: “{ $code }” is not in the source; take it out, or add --allow-code-changes
job-unsafe = not written, { $document }: it would not stay one paragraph in its place; take out what starts a block (#, -, >, |), or write it by hand
job-no-place = not written, { $document }: the draft has no place for it; run `duizhao sync` first
job-done = { $written } written, { $confirmed } confirmed in { $drafts ->
    [one] one draft
   *[other] { $drafts } drafts
}; { $same } unchanged, { $empty } without a finished translation, { $trouble } left alone
job-would = would write { $written } and confirm { $confirmed } in { $drafts ->
    [one] one draft
   *[other] { $drafts } drafts
}; { $same } unchanged, { $empty } without a finished translation, { $trouble } left alone
import-encoding = { $path }:{ $line }: is neither UTF-8 nor UTF-16 text; save it as UTF-8 and try again
import-quote-unclosed = this quotation mark is never closed; the file may be cut off; close it or double it
import-empty = { $path }: holds no rows; check that it is the right file
import-no-columns = no two columns of terms found; name them with --columns or --map (fields: { $fields })
import-no-table = { $path }: no table and no list of terms found; check that it is the right file
import-unknown-column = there is no column “{ $column }”; the columns are: { $columns }
import-unknown-field = there is no field “{ $field }”; write one of: { $fields }
import-columns-unread = columns left out: { $columns }; to import one, say what it holds: `--map "{ $first }=note"`
import-backwards = the table stands { $target } → { $source }; read in reverse
import-no-source = left out, no term to look for: “{ $term }”
import-no-target = left out, no translation: “{ $term }”
import-too-long = left out, too long for a term: “{ $term }”
import-xml-broken = not well-formed XML: { $detail }; mend this place and try again
import-xml-deep = elements are nested too deeply here; this is no glossary
import-xml-entity = the entity “{ $entity }” is not one of XML's own and is not expanded; write the character itself
import-xml-unclosed = the element “{ $element }” is never closed; the file may be cut off
srx-not-srx = the root element is “{ $element }”, not “srx”; name a rule file in SRX format
srx-no-rules = there are no rules of the name “{ $name }” in this file; correct `languagerulename`, or add the rules
srx-language-pattern = the language pattern “{ $pattern }” cannot be used: { $detail }; write a regular expression for language tags, such as `en.*`
srx-pattern = rule { $number } of “{ $name }”: the pattern “{ $pattern }” cannot be used: { $detail }; rewrite it, or remove the rule
import-xml-empty = no element in this file; check that it is the right one
po-keyword = “{ $keyword }” is no keyword of a PO file; write msgid, msgstr, msgctxt or msgid_plural
po-stray = “{ $text }” has no place here; put texts in quotation marks, or make the line a comment with #
po-string-unclosed = this string is not closed on its line; add the quotation mark, and go on in a new string on the next line
po-string-stray = this string follows no keyword; write msgid or msgstr before it, or remove it
po-string-missing = no string follows “{ $keyword }”; write one in quotation marks, "" for an empty text
po-escape = “{ $escape }” is no escape sequence; double the backslash to mean one
po-escape-bytes = the escape sequences here do not make UTF-8 text; write the characters themselves
po-misplaced = “{ $keyword }” does not belong here; an entry is msgctxt, msgid, msgid_plural and msgstr, each once
po-obsolete-mixed = only a part of this entry is marked obsolete; begin every line of it with #~, or none
po-no-id = this entry has no msgid; write it before msgstr
po-no-translation = this entry has no msgstr; write `msgstr ""` for a message that is not translated
po-no-plural-id = msgstr[0] needs a msgid_plural before it; write one, or msgstr without a number
po-no-index = an entry with msgid_plural has a number at each form; write msgstr[0], msgstr[1] …
po-previous = lines with #| stand behind all comments, right before their entry, and hold a msgid; move or complete them
po-plural-index = form { $index } stands where form { $expected } is due; number the forms in order
po-duplicate = this message stands already in line { $line }; remove one, or tell them apart by msgctxt
xml-root = the root element is “{ $element }”; this format has “{ $expected }” in the namespace “{ $namespace }”; check the format, or name it with --as
xml-element-unknown = “{ $element }” is not allowed in “{ $parent }”; allowed there: { $allowed }
xml-element-order = “{ $element }” stands too late in “{ $parent }”, or once too often; the order there: { $allowed }
xml-element-missing = “{ $element }” is missing in “{ $parent }”; add it here
xml-text = text stands directly in “{ $element }”, which holds elements only; move it into one of them, or remove it
xml-attribute-unknown = “{ $element }” has no attribute “{ $attribute }”; remove it, or correct its name
xml-attribute-missing = the attribute “{ $attribute }” of “{ $element }” is missing; add it
xml-id-twice = the id “{ $value }” stands already in line { $line }; give one of the two another id
xml-reference = “{ $attribute }” names “{ $value }”, and that is not there; correct the reference, or add what it names
xml-value-list = “{ $value }” is no value of “{ $attribute }”; write one of: { $choices }
xml-value-nmtoken = “{ $value }” is no value of “{ $attribute }”; write letters, digits, and . - _ : only
xml-value-id = “{ $value }” is no value of “{ $attribute }”; begin with a letter and write letters, digits, and . - _ only
xml-value-language = “{ $value }” of “{ $attribute }” is no language tag; write one such as zh-Hans or en-US
xml-value-uri = “{ $value }” of “{ $attribute }” is no URI; correct it
xml-value-positive = “{ $value }” of “{ $attribute }” is no whole number above 0; write one
xml-value-integer = “{ $value }” of “{ $attribute }” is no whole number; write one
xml-value-number = “{ $value }” of “{ $attribute }” is out of range; write a number in { $choices }
xml-value-prefixed = “{ $value }” is no value of “{ $attribute }”; write a prefix of your own, a colon and a value
xml-value-prefixed-or = “{ $value }” is no value of “{ $attribute }”; write a prefix of your own, a colon and a value, or one of: { $choices }
xml-value-hex = “{ $value }” of “{ $attribute }” is no even number of hexadecimal digits; write such
xml-value-date = “{ $value }” of “{ $attribute }” is no date in the form of ISO 8601; write it as 2025-01-31 or 2025-01-31T12:00:00Z
xml-value-coordinates = “{ $value }” of “{ $attribute }” is not four numbers with semicolons between them; write such, # for a number that is open
xml-ampersand = a bare & stands here; write &amp;
xml-entity = “&{ $entity };” is none of XML's own entities and is not expanded; write the character itself
xml-less-than = a bare < stands in the value of “{ $attribute }”; write &lt;
xml-attribute-value = the attribute “{ $attribute }” has no value in quotation marks; write ="…" behind it
xml-attribute-space = no space stands before this attribute; add one
xml-attribute-twice = the attribute “{ $attribute }” stands twice in one tag; remove one
xml-cdata-end = ]]> stands in text; write ]]&gt;
xml-cdata-unclosed = the section <![CDATA[ is never closed; close it with ]]>
xml-character = { $code } stands here, which XML cannot hold; remove it
xml-comment = -- stands inside a comment; write something else there, and end the comment with -->
xml-comment-unclosed = this comment is never closed; close it with -->
xml-declaration = the declaration <?xml …?> cannot be read; write <?xml version="1.0" encoding="UTF-8"?>
xml-encoding = the declaration names the encoding { $encoding }, and the file is read as UTF-8; save it as UTF-8 and say so
xml-doctype = the document type is never closed; close it with >
xml-instruction = this processing instruction cannot be read; write a name behind <? and close it with ?>
xml-name = a name is expected here; a bare < in text is written as &lt;
xml-tag-unclosed = the tag of “{ $element }” is never closed; close it with >
xml-end-tag = “{ $element }” is closed here and was never opened; remove the tag
xml-end-tag-other = “{ $element }” is closed here, but “{ $expected }” of line { $line } is open; close that first
xml-unclosed = “{ $element }” is never closed; the file may be cut off
xml-second-root = a second element stands outside the first one; put it inside, or remove it
xml-text-outside = text stands outside of all elements; remove it
xml-no-element = no element in this file; check that it is the right one
xml-prefix = the prefix “{ $prefix }” is bound to no namespace; add xmlns:{ $prefix }="…"
xml-prefix-empty = the prefix “{ $prefix }” cannot be bound so; name a namespace for it
xml-deep = more than { $limit } elements stand inside each other here; no exchange format needs so many
xml-excess = more than { $limit } attributes or namespaces; no exchange format needs so many
code-twice = a second “{ $element }” has “{ $id }” here; number each code of its own
code-no-start = “{ $element }” ends “{ $id }”, and no “{ $start }” before it begins that; add the start, or remove the end
code-no-end = “{ $element }” begins “{ $id }”, and no “{ $end }” behind it ends that; add the end, or remove the start
xliff-language = “{ $value }” is another language than { $attribute } says ({ $expected }); correct one of the two
xliff-no-language = there is a target, and the document has no trgLang; add it to “xliff”
xliff-space = source and target keep white space in different ways; give both the same xml:space
xliff-href = “{ $element }” has both content and href, or neither; keep exactly one
xliff-hex = “{ $value }” is the code of no character that XML cannot hold; write the character itself
xliff-no-target = the state is “{ $state }”, and there is no target; add the target, or write the state initial
xliff-needs = “{ $attribute }” of “{ $element }” needs “{ $needed }” beside it; add that
xliff-needs-no = canReorder="{ $value }" needs { $needed }="no" beside it; add that
xliff-apart = “{ $one }” and “{ $other }” of “{ $element }” exclude each other; remove one
xliff-together = “{ $one }” and “{ $other }” of “{ $element }” only stand together; add the other one, or remove both
xliff-one-of = “{ $element }” has exactly one of these: { $attributes }; keep one
xliff-any-of = “{ $element }” has none of these: { $attributes }; add one
xliff-reserved = “{ $value }” of “{ $attribute }” begins with xlf:, which belongs to the standard; use a prefix of your own
xliff-subtype = subType “{ $value }” goes with type “{ $expected }”, not with “{ $type }”; correct one of the two
xliff-copy = the code “{ $id }” has canCopy="no" and cannot be copied; remove the copy
xliff-copy-data = a copy of the code “{ $id }” cannot have original data, nor be of one that has; refer to the data instead of copying
xliff-end-code = an “ec” has either isolated="yes" and an id, or a startRef; keep one of the two
xliff-only-isolated = “{ $attribute }” is allowed at an “ec” with isolated="yes" only; move it to the “sc”
xliff-not-isolated = “sc” of the id “{ $id }” says isolated="yes", and here it is ended; write isolated="no" there
xliff-pair-differs = { $attribute } is “{ $value }” here and should be “{ $expected }”, as its start in line { $line } says; make them agree
xliff-first-no = a code with canReorder="no" follows no code with "firstNo"; begin the sequence with canReorder="firstNo"
xliff-reordered = “{ $element }” of the id “{ $id }” must keep its place in a sequence, and stands elsewhere in the target; move it back
xliff-code-lost = “{ $element }” of the id “{ $id }” has canDelete="no" and is missing in the target; put it back there
xliff-other-code = the id “{ $id }” is of “{ $element }” here and of “{ $other }” in the source; use the same element, or another id
xliff-new-code = “{ $element }” of the id “{ $id }” is not in the source; correct the id, or remove the code
xliff-order-range = order is { $order }, and the unit has { $n } places; write a number from 1 to { $n }
xliff-order-twice = the place { $order } is taken already by the target in line { $line }; give each target a place of its own
xliff-comment = a comment has either value or ref; keep exactly one
xliff-match-ref = an annotation of the type mtc:match has no ref; the match refers to it, not the other way round
xliff-generic = an annotation without a type says nothing without translate; add translate="yes" or "no", or a type
xliff-fragment = “{ $value }” is no reference as XLIFF writes it; write #id, or #/f=file/u=unit/id
xliff-gloss = a glossary entry has a translation or a definition; add one
xliff-disabled = a rule of a whole file cannot be disabled; remove it, or disable it in a group or unit
xliff-property = “{ $property }” is no attribute of “{ $element }”; write content, or the name of one
xliff-property-twice = a second change of “{ $property }” in one revision; keep one
xliff-restriction = “{ $value }” of “{ $attribute }” is no restriction; write *, a number, or two with a comma between them
xliff-annotator = “{ $value }” is no reference to an annotator; write a data category of ITS, | and a URI, each category once
tmx-newer = “{ $element }” exists since TMX { $version } only; write the newer version at “tmx”
tmx-deprecated = “ut” is deprecated; write bpt, ept, it or ph
tmx-no-source = no variant in the source language ({ $lang }); the unit has: { $languages }; add one, or correct srclang
tbx-category = “{ $category }” is no data category of { $dialect }; use one that is, or another dialect
tbx-level = “{ $category }” does not stand at the level “{ $level }”; move it to: { $levels }
tbx-language-twice = a second section in the language { $lang }; put the terms into one
tbx-empty-term = a term is empty; write it, or remove its section
po-empty = no entries in this file; check that it is the right one
po-no-header = there is no header; begin the file with an empty msgid whose msgstr holds at least Language, Content-Type and Plural-Forms
po-header-missing = the header has no field “{ $field }”; add the line "{ $field }: …\n"
po-header-initial = the header field “{ $field }” still says “{ $value }”; fill it in
po-header-twice = the header field “{ $field }” stands twice; remove one
po-no-charset = Content-Type names no charset; write text/plain; charset=UTF-8
po-charset = the header says { $charset }, and the file is read as UTF-8; write charset=UTF-8
po-language = “{ $value }” is no language as gettext writes it; write one such as zh_CN or de
po-plural-missing = there are messages with plural forms, and the header has no Plural-Forms; add it, such as nplurals=2; plural=(n != 1);
po-plural-broken = “{ $value }” cannot be read as plural forms; write it such as nplurals=2; plural=(n != 1);
po-plural-division = the plural expression divides by 0 for some number; correct it
po-plural-large = the plural expression yields the form { $form }, and nplurals is { $n }; correct one of the two
po-forms = { $n ->
        [one] one plural form
       *[other] { $n } plural forms
    } here, and the header says { $expected }; write as many
po-forms-empty = some plural forms are translated and some are empty; translate them all
po-break-start = the message and its translation do not both begin with a line break (\n); add or remove it
po-break-end = the message and its translation do not both end with a line break (\n); add or remove it
po-format-broken = the translation is no valid text for { $format }; correct the format specification, or double the sign
po-format-differs = the argument “{ $argument }” is not taken in the same way by message and translation ({ $format }); make them agree
interop-which-format = { $path }: which format is this? say it with --as ({ $formats })
interop-more = { $path }: { $n ->
        [one] one more problem is
       *[other] { $n } more problems are
    } not shown; mend these first
interop-clean = { $path }: { $format }, nothing to complain of
interop-summary = { $path }: { $format }, { $errors ->
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }
import-not-tbx = the root element is “{ $element }”; TBX has “martif” or “tbx”; check the format
import-other-languages = no entry in { $source } and { $target }; the file has: { $languages }; say the language with --lang, or --reverse
import-xlsx-broken = { $path }: cannot be read as a spreadsheet: { $detail }; save it as .xlsx again
import-xlsx-large = { $path }: is larger than { $limit } MB when unpacked; save the sheet that is meant alone
import-xlsx-cells = { $path }: has more than { $limit } cells; save the sheet that is meant alone
import-flow-style = the terms stand in brackets here; write them as a list of lines, or name another --file
import-cannot-append = { $path }: entries cannot be added to this file safely; name another --file
import-nothing-written = nothing was written
import-no-file = no project here; say with --file where the entries go
import-which-format = { $path }: which format is this? say it with --format ({ $formats })
import-listed = { $origin }: “{ $term }” stands already at { $place }; skipped
import-skipped = { $n ->
        [one] one entry stands
       *[other] { $n } entries stand
    } already
import-none = no new entries for { $path }
import-would = would add { $n ->
        [one] one entry
       *[other] { $n } entries
    } to { $path }
import-done = added { $n ->
        [one] one entry
       *[other] { $n } entries
    } to { $path }, as proposals
import-not-in-project = { $path } is not among the glossary files of duizhao.yaml; add it under `glossary`
