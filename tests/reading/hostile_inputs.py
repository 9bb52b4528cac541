"""Examines hostile files under limits; run as a program by ``test_reading_hostile.py``.

Prints per file the CPU seconds and the codes found. Memory is limited to 200 MB above what the imports take.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from watwerkt.knowledge.examination import examine

EXTRA_BYTES = 200 * 1024 * 1024
BODY = "id: x\ntitel: x\ndoel: "


def lines(piece: str, per_line: int, number: int) -> str:
    return "\n".join(piece * per_line for _ in range(number))


def aliases(levels: int) -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join(rows)


def rich(text: str, times: int = 1) -> str:
    """The same text in a CommonMark field and in many plain ones."""
    quoted = json.dumps(text[:7_000], ensure_ascii=False)
    return f"id: x\ndoel: {quoted}\nsubdoelen:\n" + f"  - {quoted}\n" * times


CASES: dict[str, bytes] = {
    "brackets 400 kB": b"[" * 400_000,
    "brackets 250 kB on one line": b"[" * 250_000,
    "brackets 250 kB on lines": lines("[", 7_000, 35).encode(),
    "braces on lines": lines("{", 7_000, 35).encode(),
    "flow maps": lines("{a: ", 1_900, 30).encode(),
    "question marks": lines("? ", 3_900, 30).encode(),
    "dashes": ("- " * 3_900).encode(),
    "deep block": "\n".join(" " * i + "a:" for i in range(700)).encode(),
    "alias bomb": aliases(9).encode(),
    "own alias": b"a: &x [*x]",
    "merge key": b"a: &x {b: 1}\nc:\n  <<: *x\n",
    "tag": b"a: !!python/object/apply:os.system ['true']",
    "5,000 digits": b"waarde: " + b"9" * 5_000,
    "5,000 digits behind the point": b"waarde: 0." + b"9" * 5_000,
    "null bytes": b"a: \x00\x00",
    "invalid UTF-8": b"a: \xff\xfe\xfa",
    "UTF-16": "a: b".encode("utf-16"),
    "UTF-32": "a: b".encode("utf-32"),
    "overlong UTF-8": b"a: \xc0\xaf",
    "encoded surrogate": b"a: \xed\xa0\x80",
    "escaped surrogate": b'a: "\\ud800"',
    "escaped pair": b'a: "\\ud83d\\ude00"',
    "escaped null": b'id: "\\0"',
    "escaped bell in a key": b'"\\a": 1',
    "bidi": "a: \u202e".encode(),
    "one long line": b"a: " + b"x" * 260_000,
    "many lines": b"\n" * 200_000,
    "many keys": "\n".join(f"k{i}: 1" for i in range(5_900)).encode(),
    "the same key": ("k: 1\n" * 5_900).encode(),
    "long keys": "\n".join("k" * 120 + f"{i}: 1" for i in range(1_900)).encode(),
    "number keys": "\n".join(f"{i}: 1" for i in range(5_900)).encode(),
    "many wrong items": ("id: x\nthemas:\n" + "- {a: 1}\n" * 5_800).encode(),
    "many scans": ("id: x\nscans:\n" + "- {datum: 2024-02-30}\n" * 3_000).encode(),
    "telephone digits": rich("06 12345678 " * 900, 20).encode(),
    "telephone noise": rich("+(0 0-0 0(0)0 " * 800, 20).encode(),
    "nine digits": rich("111222333 " * 1_100, 20).encode(),
    "bsn": rich("bsn 111222333 " * 800, 20).encode(),
    "at signs": rich("a@a.a" * 2_000, 20).encode(),
    "one e-mail without end": rich("a." * 3_900, 20).encode(),
    "IBAN noise": rich("AA00 " * 2_000, 20).encode(),
    "postcodes": rich("Straat 1 1234 AB " * 600, 20).encode(),
    "angle brackets": rich("<a" * 3_900, 20).encode(),
    "link openers": rich("[" * 7_800, 20).encode(),
    "image openers": rich("![" * 3_900, 20).encode(),
    "nested links": rich("[a](" * 1_900, 20).encode(),
    "emphasis": rich("*a _b " * 1_300, 20).encode(),
    "backticks": rich("`a``" * 1_900, 20).encode(),
    "quotes": rich("> " * 3_900, 20).encode(),
    "list markers": rich("- " * 3_900, 20).encode(),
    "references": rich("[a]: b\n\n" * 400 + "[a][a]" * 400, 5).encode(),
    "addresses": rich("http://1.1.1.1/ " * 480, 20).encode(),
    "mixed alphabets": rich("gеmeente " * 800, 8).encode(),
    "accents": rich("e\u0301" * 2_000, 10).encode(),
    "one letter, many accents": rich("e" + "\u0301" * 3_500, 10).encode(),
    "unclosed quote": b'a: "' + b"x\n" * 5_000,
    "tabs": b"a:\n" + b"\t" * 7_000,
    "colons": lines("a: ", 2_500, 30).encode(),
    "comment": b"#" + b"x" * 7_900,
    "directive": b"%YAML 1.1\n---\na: 1",
    "documents": b"---\na\n" * 2_900,
    "carriage returns": b"a: 1\r" * 5_000,
    "empty": b"",
    "only a byte-order mark": b"\xef\xbb\xbf",
}


def limit_memory() -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + EXTRA_BYTES, used + EXTRA_BYTES))


def main() -> None:
    examine(b"id: x\n", "praktijken")  # what is built once (schemas, tables) is not the file's doing
    limit_memory()
    for name, raw in CASES.items():
        start = time.process_time()
        codes = sorted({item.code for item in examine(raw, "praktijken").findings})
        json.dump([name, time.process_time() - start, codes], sys.stdout)
        print(flush=True)


if __name__ == "__main__":
    main()
