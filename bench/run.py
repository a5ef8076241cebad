#!/usr/bin/env python3
"""./dev bench: measures Varsel beside the bare limit in the same run and prints one table. README.md says what each
figure means. With --publish the table is also written into docs/performance.md.

It reports and does not judge: a figure that cannot be had is said to be missing, and the exit code is always 0.
"""
import argparse
import contextlib
import datetime
import json
import os
import pathlib
import platform
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
SCRIPTS = [ROOT / "bench" / f"report.{language}.txt" for language in ("da", "en")]
PUBLISHED = ROOT / "docs" / "performance.md"
FIGURES = "<!-- From here on written by ./dev bench --publish -->\n"

# Goals, as README.md explains them. Ratios are of the bare limit.
GOAL_RATIO = {1: 0.60, 64: 0.50}
GOAL_CPU_US = 200
GOAL_READY_MS = 300
GOAL_MEMORY_MB = 80
GOAL_MEMORY_CONVERSATIONS = 10_000
GOAL_IDLE_MB = 30
GOAL_IDLE_P99_MS = 10
IDLE_CONNECTIONS = 1_200
BURST_CONNECTIONS = 3_000

# How many conversations at a time, and how many of them in a round of measuring.
LOADS = {1: 60, 8: 320, 64: 960}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server of our own: started when entered, ready when entered, stopped when left."""

    def __init__(self, command):
        self.port = free_port()
        self.command = [str(part).replace("{port}", str(self.port)) for part in command]

    def __enter__(self):
        started = time.perf_counter()
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not self.answers():
                if self.process.poll() is not None or time.perf_counter() - started > 30:
                    raise RuntimeError(f"{self.command[0]} did not start")
                time.sleep(0.001)
        except BaseException:
            self.process.kill()
            raise
        self.ready_ms = 1000 * (time.perf_counter() - started)
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def answers(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return connection.recv(64).startswith(b"HTTP/1.1 200")
        return False


def commit():
    def git(*arguments):
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{PUBLISHED.relative_to(ROOT)}")
    return (git("rev-parse", "--short=12", "HEAD") or "unknown") + (" with changes" if changed else "")


def processor():
    with contextlib.suppress(OSError):
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def circumstances():
    """What somebody needs to know to read absolute figures."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit(),
        "machine": f"{os.cpu_count()} cores of {processor()}, {memory:.0f} GB, {platform.system()} {platform.release()}",
    }


class Bench:
    def __init__(self, build, folder, arguments):
        self.build = build
        self.folder = folder
        self.arguments = arguments
        self.folders = 0
        self.missing = []
        self.turn_table = []
        self.other_table = []
        self.circumstances = circumstances()
        self.load_before = os.getloadavg()[0]

    # --- what is run -------------------------------------------------------------------------------------------------

    def data(self):
        self.folders += 1
        return self.folder / str(self.folders)

    def bare(self):
        return Server([self.build / "bare", "{port}", self.data()])

    def varsel(self, data=None):
        return Server([self.build / "varsel", "serve", "--port", "{port}", "--data", data or self.data()])

    def drive(self, what, server, *options):
        command = [self.build / "drive", what, "--port", server.port, "--pid", server.process.pid, *options]
        for script in SCRIPTS:
            command += ["--script", script]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1200, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip())
        return json.loads(done.stdout)

    @contextlib.contextmanager
    def part(self, name):
        """A part that fails leaves its figures out, and the others alone."""
        try:
            yield
        except (OSError, RuntimeError, ValueError, subprocess.SubprocessError) as error:
            self.missing.append(f"{name}: {error}")

    def row(self, what, value, goal="", met=None):
        self.other_table.append((what, value, goal, {None: "", True: "met", False: "MISSED"}[met]))

    # --- what is measured --------------------------------------------------------------------------------------------

    def turns(self):
        """Bare and Varsel in turn at every load, the whole several times: what disturbs one disturbs both."""
        kinds = ("bare", "stream", "poll")
        seen = {(load, kind): [] for load in LOADS for kind in kinds}
        with self.bare() as bare, self.varsel() as varsel:
            for server, kind in ((bare, "bare"), (varsel, "stream")):  # nobody's first turn counts
                self.drive("turns", server, "--server", kind, "--conversations", 20)
            for _ in range(self.arguments.rounds):
                for load, conversations in LOADS.items():
                    for kind in kinds:
                        seen[load, kind].append(
                            self.drive("turns", bare if kind == "bare" else varsel, "--server", kind,
                                       "--concurrency", load, "--conversations", conversations))
        for load in LOADS:
            self.turn_rows(load, {kind: seen[load, kind] for kind in kinds})

    def turn_rows(self, load, seen):
        """A row a figure: bare, and both ways to speak Direct Line with their ratios to bare. Both are judged."""
        def middle(kind, figure):
            return statistics.median(run[figure] for run in seen[kind])

        def ratio(kind, figure):  # of what ran next to each other
            return statistics.median(v[figure] / b[figure] if b[figure] else 0 for b, v in zip(seen["bare"], seen[kind]))

        def row(name, figure, form, goal="", met=None):
            cells = [form.format(middle("bare", figure))]
            for kind in ("stream", "poll"):
                cells += [form.format(middle(kind, figure)), f"{ratio(kind, figure):.2f}"]
            missed = [kind for kind in ("stream", "poll") if met and not met(kind)]
            verdict = "" if met is None else "MISSED: " + ", ".join(missed) if missed else "met"
            self.turn_table.append((f"{name}, {load} at a time", *cells, goal, verdict))

        wanted = GOAL_RATIO.get(load)
        row("turns/s", "turns_per_s", "{:.0f}", f">= {wanted:.2f} of bare" if wanted else "",
            (lambda kind: ratio(kind, "turns_per_s") >= wanted) if wanted else None)
        row("p50 ms", "p50_ms", "{:.2f}")
        row("p99 ms", "p99_ms", "{:.2f}")
        row("CPU us/turn", "cpu_us_per_turn", "{:.0f}", f"<= {GOAL_CPU_US}",
            lambda kind: middle(kind, "cpu_us_per_turn") <= GOAL_CPU_US)
        row("driver's CPU us/turn", "driver_us_per_turn", "{:.0f}")
        openings = [f"{middle(kind, 'cpu_us_per_opening'):.0f}" for kind in ("stream", "poll")]
        self.turn_table.append((f"CPU us/opening, {load} at a time", "", openings[0], "", openings[1], "", "", ""))
        for kind in ("stream", "poll"):
            self.check(seen[kind], f"{load} at a time, {kind}")

    def check(self, runs, what):
        """Figures of conversations that went wrong would be figures of something else."""
        for run in runs:
            if run["errors"] or run["handed_in"] != run["conversations"]:
                self.missing.append(f"{what}: {run['handed_in']} of {run['conversations']} reports handed in, "
                                    f"{run['errors']} errors")

    def ready(self):
        first, again = [], []
        for _ in range(5):
            data = self.data()
            for times in (first, again):
                with self.varsel(data) as varsel:
                    times.append(varsel.ready_ms)
        for name, times in (("new data folder", first), ("existing data folder", again)):
            ms = statistics.median(times)
            self.row(f"ready, ms, {name}", f"{ms:.0f}", f"<= {GOAL_READY_MS}", ms <= GOAL_READY_MS)

    def memory(self):
        conversations = self.arguments.conversations
        with self.varsel() as varsel:
            run = self.drive("turns", varsel, "--open-each", "--concurrency", 16, "--conversations", conversations)
        whole = conversations >= GOAL_MEMORY_CONVERSATIONS
        self.row(f"MB after {conversations:,} conversations", f"{run['rss_mb']:.0f}",
                 f"<= {GOAL_MEMORY_MB} after {GOAL_MEMORY_CONVERSATIONS:,}",
                 run["rss_mb"] <= GOAL_MEMORY_MB if whole else None)
        self.row("turns/s of these, openings included, 16 at a time", f"{run['turns_per_s']:.0f}")
        self.check([run], "memory")

    def idle(self):
        for name, options in (("connections", ()), ("streams", ("--streams",))):
            with self.varsel() as varsel:
                self.drive("turns", varsel, "--concurrency", 16, "--conversations", 64)
                run = self.drive("idle", varsel, "--connections", IDLE_CONNECTIONS, "--concurrency", 8,
                                 "--conversations", 160, *options)
            held = run["idle_alive"] == IDLE_CONNECTIONS
            mb, p99 = run["idle_growth_mb"], run["p99_ms"]
            self.row(f"MB for {IDLE_CONNECTIONS:,} idle {name}", f"{mb:.1f}", f"<= {GOAL_IDLE_MB}, all held",
                     held and mb <= GOAL_IDLE_MB)
            self.row(f"p99 ms of 8 conversations beside these {name}", f"{p99:.2f}", f"<= {GOAL_IDLE_P99_MS}",
                     p99 <= GOAL_IDLE_P99_MS)

    def burst(self):
        with self.varsel() as varsel:
            run = self.drive("burst", varsel, "--connections", BURST_CONNECTIONS)
        self.row(f"served of {BURST_CONNECTIONS:,} connections at once", f"{run['served']}", "all",
                 run["served"] == BURST_CONNECTIONS)
        self.row("seconds for these", f"{run['seconds']:.2f}")

    # --- what is printed ---------------------------------------------------------------------------------------------

    def tables(self):
        """The head and the rows of each table that has rows."""
        turns = ("", "bare", "stream", "of bare", "poll", "of bare", "goal", "")
        others = ("", "varsel", "goal", "")
        return [(head, rows) for head, rows in ((turns, self.turn_table), (others, self.other_table)) if rows]

    def about(self):
        """Under what circumstances. A machine that does something else beside measures that as well."""
        busy = " (busy with something else: every figure is worse for it, those of one conversation most)"
        return [*(f"{name}: {value}" for name, value in self.circumstances.items()),
                f"load average before: {self.load_before:.1f}" + (busy if self.load_before > 0.5 else "")]

    def print(self):
        for line in self.about():
            print(line)
        for head, rows in self.tables():
            print()
            widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
            for row in [head, *rows]:
                print("  ".join(cell.rjust(width) if 0 < i < len(head) - 2 else cell.ljust(width)
                                for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
        for line in self.missing:
            print(f"! {line}")

    def publish(self):
        """The same for people to read who did not run it: everything behind the mark is written anew."""
        lines = [f"- {line}" for line in self.about()]
        for head, rows in self.tables():
            rule = ["---", *["---:"] * (len(head) - 3), "---", "---"]
            lines += ["", *("| " + " | ".join(row) + " |" for row in (head, rule, *rows))]
        if self.missing:
            lines += ["", *(f"- Missing, or of something else: {line}" for line in self.missing)]
        text = PUBLISHED.read_text(encoding="utf-8")
        PUBLISHED.write_text(text[:text.index(FIGURES)] + FIGURES + "\n" + "\n".join(lines) + "\n", encoding="utf-8")

    def parts(self):
        """The parts of a turn, each alone."""
        for command in ([self.build / "turn_bench", *SCRIPTS], [self.build / "store_bench", self.data(), "8000"]):
            print()
            with self.part(command[0].name):
                subprocess.run([str(part) for part in command], check=True, timeout=600)


def main():
    parser = argparse.ArgumentParser(description="Measures Varsel beside the bare limit")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "bench", help="where the programs are")
    parser.add_argument("--rounds", type=int, default=3, help="how often bare and Varsel are compared")
    parser.add_argument("--conversations", type=int, default=GOAL_MEMORY_CONVERSATIONS,
                        help=f"for the memory; fewer than {GOAL_MEMORY_CONVERSATIONS:,} are not judged")
    parser.add_argument("--publish", action="store_true", help=f"write the table into {PUBLISHED.relative_to(ROOT)}")
    parser.add_argument("--only", nargs="*", choices=("turns", "ready", "memory", "idle", "burst", "parts"),
                        default=("turns", "ready", "memory", "idle", "burst", "parts"))
    arguments = parser.parse_args()

    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    # Beside the build, because /tmp may be memory, where a commit costs nothing.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=arguments.build))
    bench = Bench(arguments.build, folder, arguments)
    try:
        for name in arguments.only:
            if name == "parts":
                continue
            with bench.part(name):
                getattr(bench, name)()
        bench.print()
        if arguments.publish:
            bench.publish()
        if "parts" in arguments.only:
            bench.parts()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
