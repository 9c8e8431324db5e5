# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads resources/atlas.openapi.json for the comparisons beside this file, without the program's own loader."""
import copy
import json
import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = SOURCE / "resources" / "atlas.openapi.json"
SKIPPED = 77
METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
MEDIA_TYPE = re.compile(r"^application/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+json$")


def reference_file(name):
    """The reference data is not part of the project: without it there is nothing to compare with."""
    shared = pathlib.Path(os.environ.get("TELAMON_SHARED") or SOURCE / ".." / "shared")
    path = shared / "atlas" / name
    if not path.is_file():
        print(f"Skipped: the reference data is not here ({name} not found; TELAMON_SHARED names its folder).")
        sys.exit(SKIPPED)
    return path.read_text(encoding="utf-8")


class Document:
    def __init__(self, tree):
        self.tree = tree

    @classmethod
    def shipped(cls):
        def unique(pairs):
            names = [name for name, _ in pairs]
            doubled = {name for name in names if names.count(name) > 1}
            if doubled:
                raise ValueError(f"member given twice: {', '.join(sorted(doubled))}")
            return dict(pairs)

        return cls(json.loads(DOCUMENT.read_text(encoding="utf-8"), object_pairs_hook=unique))

    def copy(self):
        return Document(copy.deepcopy(self.tree))

    def target(self, reference):
        node = self.tree
        if not reference.startswith("#/"):
            raise KeyError(f"{reference} leads outside the document")
        for part in reference[2:].split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        return node

    def resolved(self, node):
        """The node with its references followed; members beside a $ref win."""
        while "$ref" in node:
            beside = {key: value for key, value in node.items() if key != "$ref"}
            node = {**self.target(node["$ref"]), **beside}
        return node

    def operations(self):
        """operationId -> (method, path, operation)"""
        found = {}
        for path, item in self.tree["paths"].items():
            for method, operation in item.items():
                if method in METHODS:
                    found[operation["operationId"]] = (method.upper(), path, operation)
        return found


def name_of(node):
    """The component that a $ref leads to, or nothing."""
    return node["$ref"].rsplit("/", 1)[-1] if "$ref" in node else None


def version_of(content):
    """Of a content object with its single media type."""
    if len(content) != 1:
        return None
    match = MEDIA_TYPE.match(next(iter(content)))
    return match and match.group(1)


class Exceptions:
    """Wanted differences: (place, fact) as regular expressions that match whole, and the reason."""

    def __init__(self, entries):
        self.entries = [(re.compile(place), re.compile(fact), reason) for place, fact, reason in entries]
        self.used = set()

    def reason(self, place, fact):
        for index, (at, what, reason) in enumerate(self.entries):
            if at.fullmatch(place) and what.fullmatch(fact):
                self.used.add(index)
                return reason
        return None

    def stale(self):
        return [
            f"{at.pattern} | {what.pattern}"
            for index, (at, what, _) in enumerate(self.entries)
            if index not in self.used
        ]


def report(differences, exceptions):
    """Prints what differs; returns the exit code. A difference is (place, fact, expected, found)."""
    unexplained = []
    explained = 0
    for place, fact, expected, found in differences:
        if exceptions.reason(place, fact):
            explained += 1
        else:
            unexplained.append(f"{place}: {fact}: expected {shown(expected)}, the document has {shown(found)}")
    for line in unexplained:
        print(line)
    stale = exceptions.stale()
    for line in stale:
        print(f"An exception that explains nothing any more: {line}")
    print(f"{len(unexplained)} differences, {explained} more that are wanted, {len(stale)} stale exceptions.")
    return 1 if unexplained or stale else 0


def unexplained(differences, exceptions):
    return [entry for entry in differences if not exceptions.reason(entry[0], entry[1])]


def shown(value):
    text = json.dumps(sorted(value, key=str) if isinstance(value, (set, frozenset)) else value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:157] + "..."
