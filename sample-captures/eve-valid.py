#!/usr/bin/env python3
"""Hold the events that `smbscope analyze --eve` writes of captures against Suricata's schema.

    eve-valid.py [--smbscope CMD] SCHEMA CAPTURE-or-FOLDER...

SCHEMA is Suricata's etc/schema.json. Of each capture: every line is one JSON object that is valid by the schema, in
UTF-8 and without a control character; transactions of a flow have ids of their own; the last line holds the statistics.

Needs Python 3.11 and its package jsonschema. Exit status: 0 all valid, 1 not, 2 wrong usage.
"""
import argparse
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
CAPTURE = re.compile(r"\.(pcap|pcapng|cap)(\.(gz|zst|lz4))?$", re.I)
CONTROL = re.compile(rb"[\x00-\x1f\x7f]")
TIMEOUT = 300
SHOWN = 5


def captures(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and CAPTURE.search(p.name))
        elif path.is_file():
            yield path
        else:
            sys.exit("eve-valid.py: no such capture: %s" % path)


def faults(line, event, seen):
    """What is wrong with an event besides the schema."""
    if CONTROL.search(line):
        yield "holds a control character"
    if event.get("event_type") == "smb":
        key = event["flow_id"], event["smb"]["id"]
        if key in seen:
            yield "transaction %d of its flow occurs twice" % key[1]
        seen.add(key)


def check(validator, program, capture):
    """Events of a capture, and what is wrong with them."""
    run = subprocess.run(program + ["analyze", "--eve", "-", str(capture)], stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT, check=False)
    if run.returncode not in (0, 3):
        return 0, ["exit status %d: %s" % (run.returncode, run.stderr.decode("utf-8", "replace").strip()[-300:])]
    wrong, seen, event = [], set(), {}
    lines = run.stdout.split(b"\n")
    if lines.pop():
        wrong.append("the last line does not end")
    for number, line in enumerate(lines, 1):
        try:
            event = json.loads(line.decode("utf-8"))
        except ValueError as e:
            wrong.append("line %d: %s" % (number, e))
            continue
        problems = [e.json_path + ": " + e.message for e in validator.iter_errors(event)]
        problems += faults(line, event, seen)
        wrong += ["line %d: %s" % (number, p) for p in problems]
    if event.get("event_type") != "stats":
        wrong.append("the last event is no stats event")
    return len(lines), wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--smbscope", default=os.environ.get("SMBSCOPE", str(HERE.parent / "smbscope")))
    parser.add_argument("schema")
    parser.add_argument("captures", nargs="+")
    options = parser.parse_args()
    try:
        with open(options.schema, encoding="utf-8") as file:
            schema = json.load(file)
    except (OSError, ValueError) as e:
        parser.error("cannot read the schema: %s" % e)
    validator = jsonschema.validators.validator_for(schema)(schema)
    program, total, bad, tried = shlex.split(options.smbscope), 0, 0, 0
    for capture in captures(options.captures):
        tried += 1
        events, wrong = check(validator, program, capture)
        total += events
        bad += bool(wrong)
        for problem in wrong[:SHOWN]:
            print("%s: %s" % (capture, problem))
        if len(wrong) > SHOWN:
            print("%s: %d more" % (capture, len(wrong) - SHOWN))
    print("eve-valid: %d events of %d captures, %d captures with faults" % (total, tried, bad))
    sys.exit(0 if tried and not bad else 1)


if __name__ == "__main__":
    main()
