"""Runs commands and tells what they took: the wall clock, the processors and the memory of whole processes."""

import os
import platform
import re
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    wall: float
    user: float
    system: float
    peak: int  # bytes


def run(command, folder=None, environment=None):
    """One run of a command, and of the processes it starts. It must succeed."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}\n{said.decode()}")
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * 1024)


def repeat(command, runs, before=lambda: None, **options):
    """The same command several times, each after `before`, which is not measured.

    `command` may be made of the number of the run."""
    found = []
    for number in range(runs):
        before()
        found.append(run(command(number) if callable(command) else command, **options))
    return found


def seconds(values):
    """`123 ms (119–140)`: the median and the spread."""
    middle, low, high = statistics.median(values), min(values), max(values)
    if high < 1:
        places = 1 if high < 0.02 else 0
        return f"{middle * 1000:.{places}f} ms ({low * 1000:.{places}f}–{high * 1000:.{places}f})"
    return f"{middle:.2f} s ({low:.2f}–{high:.2f})"


def row(name, runs):
    """A line of the results' table."""
    return "| " + " | ".join([
        name, seconds([r.wall for r in runs]), seconds([r.user for r in runs]), seconds([r.system for r in runs]),
        f"{max(r.peak for r in runs) / 2**20:.0f} MiB"]) + " |"


def rounds(candidates, runs, **options):
    """Each of the candidates once, and again: what the machine does meanwhile falls on all of them.

    A candidate is a name, a command, and what comes before it, which is not measured."""
    found = {name: [] for name, _, _ in candidates}
    for _ in range(runs):
        for name, command, before in candidates:
            before()
            found[name].append(run(command, **options))
    return found


HEADER = "| | wall | user | system | peak memory |\n| --- | --- | --- | --- | --- |"


def machine():
    """What it was measured on, without saying where that is."""
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    with open("/proc/meminfo") as file:
        memory = int(re.search(r"MemTotal:\s*(\d+)", file.read())[1]) / 2**20
    load = os.getloadavg()[0]
    return (f"{os.cpu_count()} processors ({model[1] if model else platform.machine()}), {memory:.0f} GiB, "
            f"Linux {platform.release().split('-')[0]}; load when the measuring began {load:.1f}")
