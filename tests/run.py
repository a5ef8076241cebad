#!/usr/bin/env python3
"""Runs every suite, one after another, and closes with how many tests ran. Started by ./dev test.

  run.py [SUITE...]     only these: lint, cpp, channels, scenario, browser
"""
import os
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / "build" / "sanitize" / "varsel"


def lint():
    passed = failed = 0
    for script in sorted((ROOT / "tests" / "lint").glob("check_*.py")):
        if subprocess.run([sys.executable, script], cwd=ROOT).returncode == 0:
            passed += 1
        else:
            failed += 1
            print(f"FAILED: {script.name}")
    return passed, failed


def cpp():
    install("channels")  # the mail tests talk to its server and read their mails with its parser
    report = ROOT / "build" / "sanitize" / "ctest.xml"
    report.unlink(missing_ok=True)
    subprocess.run(["ctest", "--test-dir", ROOT / "build" / "sanitize", "-j", str(os.cpu_count()), "--output-on-failure",
                    "--output-junit", report, "--progress"], stdout=subprocess.DEVNULL)
    suite = xml.etree.ElementTree.parse(report).getroot()
    for case in suite.iter("testcase"):
        if case.get("status") != "run":
            print(f"FAILED: {case.get('name')}\n{case.findtext('system-out') or ''}")
    failed = int(suite.get("failures"))
    return int(suite.get("tests")) - failed - int(suite.get("skipped")), failed + int(suite.get("skipped"))


def install(folder):
    """The peers of a folder's Node tests, as its lock file pins them."""
    path = ROOT / "tests" / folder
    stamp, lock = path / "node_modules" / ".package-lock.json", path / "package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=path, check=True)
        stamp.touch()


def node(folder):
    install(folder)
    path = ROOT / "tests" / folder
    tests = sorted(path.glob("*.test.mjs"))
    run = subprocess.run(["node", "--test", "--test-reporter=tap", "--test-concurrency=1", *[str(t) for t in tests]],
                         cwd=path, env={**os.environ, "VARSEL_BINARY": str(BINARY)}, stdout=subprocess.PIPE, text=True)
    passed = failed = 0
    # Files count as tests too: count what stands inside them.
    for line in run.stdout.splitlines():
        if match := re.match(r"# (pass|fail|cancelled) (\d+)$", line):
            if match[1] == "pass":
                passed += int(match[2])
            else:
                failed += int(match[2])
    if failed or run.returncode:
        print(run.stdout)
    return passed, failed or int(run.returncode != 0)


SUITES = {"lint": lint, "cpp": cpp, "channels": lambda: node("channels"), "scenario": lambda: node("scenario"),
          "browser": lambda: node("browser")}


def main(argv):
    passed = failed = 0
    for name in argv[1:] or SUITES:
        started = time.monotonic()
        ok, bad = SUITES[name]()
        print(f"{name}: {ok} passed, {bad} failed, {time.monotonic() - started:.0f} s", flush=True)
        passed, failed = passed + ok, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
