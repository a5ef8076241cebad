#!/usr/bin/env python3
"""The floors: which folder may include which, and which third-party headers are allowed where.

  base <- incident, intents, locales <- dialog, storage, adapters <- bot

dialog, storage and adapters never see each other; nothing includes bot. An exception that is no longer needed fails too.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

MAY_INCLUDE = {
    "base": {"base"},
    "incident": {"base", "incident"},
    "intents": {"base", "intents"},
    "locales": {"base", "locales"},
    "dialog": {"base", "incident", "intents", "locales", "dialog"},
    "storage": {"base", "incident", "storage"},
    "adapters": {"base", "adapters"},
    "bot": {"base", "incident", "intents", "locales", "dialog", "storage", "adapters", "bot"},
}

# Third-party headers by the folder (or single file) that may include them.
THIRD_PARTY = {
    "tl/": ["base/result.h"],
    "unicode/": ["base", "intents", "locales", "adapters/mail", "adapters/console", "adapters/calendar", "adapters/page"],
    "nlohmann/": ["dialog", "storage", "adapters", "bot"],
    "toml++/": ["dialog", "bot"],
    "sqlite3": ["storage"],
    "openssl/": ["storage", "adapters", "bot"],
    "boost/": ["adapters/http"],
    "httplib": ["adapters/http"],
    "curl/": ["adapters/mail"],
    "libical/": ["adapters/calendar", "adapters/page/mail_view.cpp"],
    "CLI/": ["bot"],
    "spdlog/": ["bot"],
    "fmt/": ["bot"],
    "linear.h": ["intents/training"],
}

# Only bot reads a clock, and only one file of it makes the real one. Timers of the edge measure with a steady clock.
CLOCKS = re.compile(r"(system_clock|high_resolution_clock|utc_clock)::now|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|gettimeofday")
CLOCK_OWNERS = {"bot/outside.cpp"}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def allowed(path, places):
    return any(path == place or path.startswith(place + "/") for place in places)


def main():
    problems, used_clock = [], set()
    for folder, may in MAY_INCLUDE.items():
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp", ".def", ".in"):
                continue
            path = file.relative_to(ROOT).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if CLOCKS.search(line):
                    if path in CLOCK_OWNERS:
                        used_clock.add(path)
                    else:
                        problems.append(f"{path}:{number}: reads a clock; time is an argument below bot/outside")
                match = INCLUDE.match(line)
                if not match:
                    continue
                target = match[2]
                top = target.split("/")[0]
                if match[1] == '"' and "/" in target:
                    if top not in may:
                        problems.append(f"{path}:{number}: {folder} may not include {target}")
                    continue
                for prefix, places in THIRD_PARTY.items():
                    if target.startswith(prefix) and not allowed(path, places):
                        problems.append(f"{path}:{number}: {target} is not allowed here, only in {', '.join(places)}")
    problems += [f"{path}: is listed as a reader of the clock, and reads none: take it off the list"
                 for path in sorted(CLOCK_OWNERS - used_clock)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
