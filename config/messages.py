"""Translations: finds what is to be translated, keeps the catalogs complete, and compiles them, all in Python.

    python -m config.messages update                  bring both catalogs in line with the code and the templates
    python -m config.messages compile                 what the application reads, made from the catalogs
    python -m config.messages check                   status 1 and a list when a catalog is incomplete or wrong
    python -m config.messages missing es-mx           what is still to be translated, as JSON
    python -m config.messages fill es-mx FILE.json    write translations: {"text": "…"} or {"text": ["one", "many"]}

The sources are in English, so English needs no catalog. A text with a context is written "context\\u0004text" in JSON.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.template.base import Lexer, Token, TokenType
from django.utils.text import unescape_string_literal
from django.utils.translation import to_locale, trim_whitespace

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("config", "cooperatives", "trainings", "premiums", "certification", "overview", "templates")
TEMPLATE_SUFFIXES = (".html", ".txt", ".xml")

PLURAL_FORMS = {"es-mx": "nplurals=2; plural=(n != 1);", "pt-br": "nplurals=2; plural=(n > 1);"}
LANGUAGES = tuple(PLURAL_FORMS)

# Words that are written the same in English. A text may stay as it is when it has no others; names in capitals
# (PDF, MXN) and single letters need no entry.
SAME_IN_BOTH = {"admin", "beneficio", "euro", "fairtrade", "final", "kb", "kg", "lb", "local", "manual", "mb", "total"}
SAME_WORDS = {
    "es-mx": SAME_IN_BOTH | {"control", "error", "general", "no", "plan"},
    "pt-br": SAME_IN_BOTH | {"brasília", "item", "latitude", "longitude", "status", "workshop"},
}

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Beneficio\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""

# The functions that translate, and what their first arguments are; each may end in _lazy or _noop.
ARGUMENTS = {
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}
QUOTED = r"""("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')"""
CONSTANT = re.compile(rf"_\({QUOTED}\)")
TRANSLATE = re.compile(rf"trans(?:late)?\s+{QUOTED}")
CONTEXT = re.compile(rf"\scontext\s+{QUOTED}")

PLACEHOLDER = re.compile(r"%\([^)]*\)[#0+-]?\d*(?:\.\d+)?[a-zA-Z]|%[sd]|\{[^{}]*\}")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
EDGES = re.compile(r"^\s*|\s*$")
CONTEXT_MARK = "\x04"


@dataclass(frozen=True)
class Found:
    """A text to translate and where it stands."""

    file: str
    line: int
    text: str
    plural: str = ""
    context: str = ""


def extract(root: Path) -> tuple[list[Found], list[str]]:
    """Every text to translate below `root`, in the order of files and lines, and what is wrong with the sources.

    Raises SyntaxError for a file that cannot be read: leaving it out would drop its translations.
    """
    items: list[Found | str] = []
    for path in sorted(chain.from_iterable((root / folder).rglob("*.*") for folder in FOLDERS)):
        name = path.relative_to(root)
        if path.suffix == ".py":
            items += _python_texts(name.as_posix(), path.read_text(encoding="utf-8"))
        elif path.suffix in TEMPLATE_SUFFIXES and "templates" in name.parts:
            items += _template_texts(name.as_posix(), path.read_text(encoding="utf-8"))
    found = [item for item in items if isinstance(item, Found) and item.text]
    return found, [item for item in items if isinstance(item, str)]


def _python_texts(name: str, source: str) -> Iterator[Found | str]:
    """The calls of Django's translation functions, under whatever name they were imported."""
    nodes = list(ast.walk(ast.parse(source, name)))
    functions = {"_": "gettext"}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            functions |= {alias.asname: alias.name for alias in node.names if alias.asname}
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        function = functions.get(call.func.id, call.func.id) if isinstance(call.func, ast.Name) else ""
        function = call.func.attr if isinstance(call.func, ast.Attribute) else function
        parts = ARGUMENTS.get(re.sub("_(lazy|noop)$", "", function), ())
        given = dict(zip(parts, call.args, strict=False))
        values = {part: node.value for part, node in given.items() if isinstance(node, ast.Constant)}
        texts = {part: value for part, value in values.items() if isinstance(value, str)}
        if parts and len(texts) == len(parts):
            yield Found(name, call.lineno, **texts)
        elif texts or any(isinstance(node, (ast.JoinedStr, ast.BinOp)) for node in given.values()):
            yield f"{name}:{call.lineno}: only a plain text can be translated; fill it in after translating"


def _template_texts(name: str, source: str) -> Iterator[Found | str]:
    """The translate and blocktranslate tags, and _("…") in tags and filters, as Django looks them up."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        tag = token.contents.split(maxsplit=1)[0] if token.token_type == TokenType.BLOCK else ""
        if tag == "comment":
            _until(tokens, "endcomment", (name, token.lineno))
            continue
        if tag in ("translate", "trans") and (match := TRANSLATE.match(token.contents)):
            text = unescape_string_literal(match[1]).replace("%", "%%")
            yield Found(name, token.lineno or 0, text, context=_context(token))
        for match in CONSTANT.finditer(token.contents):
            text = unescape_string_literal(match[1])
            yield Found(name, token.lineno or 0, text.replace("%", "%%"))
            if "%" in text:
                yield f"{name}:{token.lineno}: {text!r} would show its percent sign twice; use the translate tag"
        if tag in ("blocktranslate", "blocktrans"):
            yield from _block_texts(name, token, _until(tokens, f"end{tag}", (name, token.lineno)))


def _until(tokens: Iterator[Token], end: str, start: tuple[str, int | None]) -> list[Token]:
    inside: list[Token] = []
    for token in tokens:
        if token.token_type == TokenType.BLOCK and token.contents == end:
            return inside
        inside.append(token)
    raise SyntaxError(f"no {end} follows", (*start, None, None))


def _block_texts(name: str, start: Token, inside: list[Token]) -> Iterator[Found | str]:
    line, trimmed = f"{name}:{start.lineno}", "trimmed" in start.split_contents()
    halves = [""]
    for token in inside:
        if token.token_type == TokenType.TEXT:
            halves[-1] += token.contents.replace("%", "%%")
        elif token.token_type == TokenType.VAR:
            halves[-1] += f"%({token.contents})s"
            if not token.contents.isidentifier():
                yield f"{line}: {token.contents!r} stays empty in a blocktranslate; give it a name in the tag"
        elif token.token_type == TokenType.BLOCK and token.contents == "plural":
            halves.append("")
        elif token.token_type == TokenType.BLOCK:
            raise SyntaxError("no other tag may stand in a blocktranslate", (name, token.lineno, None, None))
    if not trimmed and any("\n" in half for half in halves):
        yield f"{line}: a blocktranslate over several lines needs `trimmed`"
    text, plural = ([trim_whitespace(half) if trimmed else half for half in halves] + [""])[:2]
    yield Found(name, start.lineno or 0, text, plural, _context(start))


def _context(token: Token) -> str:
    match = CONTEXT.search(token.contents)
    return unescape_string_literal(match[1]) if match else ""


def catalog_path(root: Path, language: str) -> Path:
    """Where the catalog of a language is."""
    return root / "locale" / to_locale(language) / "LC_MESSAGES" / "django.po"


def read_catalog(path: Path, language: str) -> Catalog:
    """The catalog in a file; an empty one when there is no file yet."""
    content = BytesIO(path.read_bytes() if path.exists() else b"")
    try:
        return read_po(content, locale=to_locale(language), abort_invalid=True)
    except PoFileError as error:
        raise SyntaxError(str(error), (str(path), error.lineno, None, None)) from error


def write_catalog(path: Path, language: str, catalog: Catalog) -> None:
    """Write a catalog in the order of the sources, with nothing in it that changes by itself."""
    header = HEADER.format(locale=to_locale(language), plural_forms=PLURAL_FORMS[language])
    body = BytesIO()
    write_po(body, catalog, width=120, omit_header=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((header + body.getvalue().decode()).rstrip("\n") + "\n", encoding="utf-8")


def _forms(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _by_name(messages: Iterable[Message]) -> dict[str, Message]:
    """The messages by how JSON names them: the (singular) text, after its context if it has one."""
    return {
        (f"{message.context}{CONTEXT_MARK}" if message.context else "") + _forms(message.id)[0]: message
        for message in messages
        if message.id
    }


def _untranslated(message: Message) -> bool:
    return not all(_forms(message.string or ""))


def _catalog_of(found: Iterable[Found], old: Catalog) -> Catalog:
    """A catalog of exactly the texts found, with the translations `old` has for them."""
    catalog = Catalog()
    for item in found:
        text = (item.text, item.plural) if item.plural else item.text
        catalog.add(text, locations=[(item.file, item.line)], context=item.context or None)
    before = _by_name(old)
    for name, message in _by_name(catalog).items():
        if name in before and _forms(before[name].id) == _forms(message.id):
            message.string, message.user_comments = before[name].string, before[name].user_comments
            message.flags |= before[name].flags & {"fuzzy"}
    return catalog


def update(root: Path) -> list[str]:
    """Bring the catalogs in line with the sources; a line on each. Translations of texts that are gone are dropped."""
    found, _complaints = extract(root)
    lines = []
    for language in LANGUAGES:
        path = catalog_path(root, language)
        old = read_catalog(path, language)
        catalog = _catalog_of(found, old)
        write_catalog(path, language, catalog)
        before, now = _by_name(old), _by_name(catalog)
        new, gone, left = now.keys() - before, before.keys() - now, [m for m in now.values() if _untranslated(m)]
        lines.append(f"{language}: {len(now)} texts, {len(new)} new, {len(gone)} gone, {len(left)} to translate")
    return lines


def compile_catalogs(root: Path) -> list[Path]:
    """Make what the application reads, where it is missing or older than its catalog; returns what was made."""
    made = []
    for language in LANGUAGES:
        source = catalog_path(root, language)
        target = source.with_suffix(".mo")
        if not source.exists() or (target.exists() and target.stat().st_mtime > source.stat().st_mtime):
            continue
        partly = target.with_suffix(".mo.part")
        with partly.open("wb") as file:
            write_mo(file, read_catalog(source, language), use_fuzzy=False)
        partly.replace(target)
        made.append(target)
    return made


def _placeholders(text: str) -> list[str]:
    """What is filled in: named values once each in any order, the others as often as they come."""
    found = PLACEHOLDER.findall(text.replace("%%", ""))
    return sorted({item for item in found if item not in ("%s", "%d")}) + [i for i in found if i in ("%s", "%d")]


COMPARED: dict[str, Callable[[str], object]] = {
    "the values filled in differ": _placeholders,
    "the HTML tags differ": lambda text: sorted(TAG.findall(text)),
    "spaces or line ends around the text differ": EDGES.findall,
}


def _left_in_english(language: str, source: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", TAG.sub(" ", PLACEHOLDER.sub(" ", text)))
    same = SAME_WORDS[language]
    return source == text and any(not word.isupper() and word.casefold() not in same for word in words)


def translation_problems(language: str, message: Message) -> Iterator[str]:
    """What is wrong with a translation. The form for one may leave out the number, as the English one may."""
    sources, texts = _forms(message.id), _forms(message.string or "")
    if len(texts) != len(sources):
        yield f"needs {len(sources)} forms"
        return
    for index, text in enumerate(texts):
        accepted = sources[-1:] if index else sources
        for sentence, read in COMPARED.items():
            if read(text) not in [read(source) for source in accepted]:
                yield f"{sentence}: {text!r}"
        formatted = any("%%" in source or "%(" in source for source in sources)
        if formatted and "%" in PLACEHOLDER.sub("", text.replace("%%", "")):
            yield f"a percent sign is written %%: {text!r}"
        if _left_in_english(language, sources[index], text):
            yield "is the English text; translate it or add its words to SAME_WORDS"


def _catalog_problems(root: Path, language: str, found: Sequence[Found]) -> Iterator[str]:
    catalog = read_catalog(catalog_path(root, language), language)
    wanted, have = _by_name(_catalog_of(found, Catalog())), _by_name(catalog)
    for name, message in wanted.items():
        where = f"{language}: {_forms(message.id)[0]!r} ({message.locations[0][0]})"
        if name not in have or _forms(have[name].id) != _forms(message.id):
            yield f"{where}: not in the catalog; run update"
        elif _untranslated(have[name]):
            yield f"{where}: not translated"
        elif have[name].fuzzy:
            yield f"{where}: marked fuzzy"
        else:
            yield from (f"{where}: {problem}" for problem in translation_problems(language, have[name]))
    gone = [name for name in (*have, *_by_name(catalog.obsolete.values())) if name not in wanted]
    yield from (f"{language}: {name!r}: no longer in the sources; run update" for name in gone)


def problems(root: Path) -> list[str]:
    """Everything that keeps the catalogs from being complete and right."""
    found, complaints = extract(root)
    catalogs = (_catalog_problems(root, language, found) for language in LANGUAGES)
    return [*complaints, *chain.from_iterable(catalogs)]


def missing(root: Path, language: str) -> dict[str, dict[str, str | list[str]]]:
    """What is to be translated (or was marked fuzzy): by text, its plural if it has one, and its files."""
    catalog = _catalog_of(extract(root)[0], read_catalog(catalog_path(root, language), language))
    return {
        name: {"plural": "".join(_forms(message.id)[1:]), "files": sorted({file for file, _ in message.locations})}
        for name, message in _by_name(catalog).items()
        if _untranslated(message) or message.fuzzy
    }


def fill(root: Path, language: str, texts: Mapping[str, object]) -> list[str]:
    """Write translations into the catalog; returns what was refused, with the reason."""
    path = catalog_path(root, language)
    catalog = _catalog_of(extract(root)[0], read_catalog(path, language))
    messages = _by_name(catalog)
    refused = []
    for name, text in texts.items():
        reasons = list(_fill_one(language, messages[name], text)) if name in messages else ["not in the sources"]
        refused += [f"{language}: {name!r}: {reason}" for reason in reasons]
    write_catalog(path, language, catalog)
    return refused


def _fill_one(language: str, message: Message, text: object) -> Iterator[str]:
    forms = [form for form in (text if isinstance(text, list) else [text]) if isinstance(form, str) and form]
    if isinstance(text, list) != message.pluralizable or len(forms) != len(_forms(message.id)):
        yield "needs [singular, plural]" if message.pluralizable else "needs a text"
        return
    translation = tuple(forms) if message.pluralizable else forms[0]
    wrong = list(translation_problems(language, Message(message.id, translation)))
    if not wrong:
        message.string = translation
        message.flags.discard("fuzzy")
    yield from wrong


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run one of the commands; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m config.messages", description="Keep the translations.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("update", "compile", "check", "missing", "fill"):
        command = commands.add_parser(name)
        if name in ("missing", "fill"):
            command.add_argument("language", choices=LANGUAGES)
        if name == "fill":
            command.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    try:
        failed, lines = _run(options, root)
    except SyntaxError as error:
        failed, lines = True, [f"{error.filename}:{error.lineno}: {error.msg}. Nothing was changed."]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(failed)


def _run(options: argparse.Namespace, root: Path) -> tuple[bool, list[str]]:
    """Whether the command failed, and what it says."""
    match options.command:
        case "update":
            return False, update(root)
        case "compile":
            return False, [f"compiled {path.relative_to(root)}" for path in compile_catalogs(root)]
        case "missing":
            return False, [json.dumps(missing(root, options.language), ensure_ascii=False, indent=1)]
        case "fill":
            wrong = fill(root, options.language, json.loads(options.file.read_text(encoding="utf-8")))
        case _:
            wrong = problems(root)
    return bool(wrong), [*wrong, f"{len(wrong)} problems"] if wrong else []


if __name__ == "__main__":
    sys.exit(main())
