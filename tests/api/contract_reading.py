#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading: parses the text of the written contract (contract.txt) and compares it with
resources/atlas.openapi.json, for the operations that are in both. Knows nothing of facts.json.

contract_reading.py               lists every fact that is lacking or different, and fails if there is one
contract_reading.py --self-check  proves that it would: changes the text in many places and expects a difference each time
"""
import re
import sys

from apidocument import Document, Exceptions, complaints, reference_file, report, version_of

TYPE = r"(?:string|integer|number|boolean|object|array\[[a-z| ]+\])(?:\([a-z0-9-]+\))?(?: \| null)?"
ATTRIBUTE = re.compile(
    rf"^(?P<indent> *)• (?P<name>\S+)(?: (?P<type>{TYPE}))?(?P<flags>(?: Required| Discriminator| Deprecated| Additional properties)*)$"
)
ANSWER = re.compile(r"^  • (?P<status>\d{3}) (?P<media>application/\S+)$")
UNNUMBERED_ANSWER = re.compile(r"^  • (?P<word>Created)$")  # where several versions share one text
HEADING = re.compile(r"^(GET|POST|PUT|PATCH|DELETE) (/\S+)$")

DESCRIBED = 27  # operations of the contract in the document: none gets lost. Raise it with each that is added.
SERVICE_ADDS = "the service answers it too (service-vs-contract.md)"
OTHER_ROLES = "the service names other roles (service-vs-contract.md)"
FREE_FORM = "documented as objects of objects, but real definitions hold texts and numbers in them"
MORE_NEEDED = "optional in the contract, required in the service: what both accept is sent"
INDEX = r"(listGroupClusterSearchIndexes 200\[\]|updateGroupClusterSearchIndexByName 200)"  # in answers
DEFINITION = rf"({INDEX}\.latestDefinition|updateGroupClusterSearchIndexByName body\.definition)"
EXCEPTIONS = [
    (r".*", r"status 429", SERVICE_ADDS),
    (r".* 2\d\d(\..*)?", r"attribute links", "the contract never shows links (service-vs-contract.md)"),
    (r".* [45]\d\d\..*", r"nullable", "real answers have null here"),
    (r".* [45]\d\d\.parameters\[\]", r"type", "real answers have texts here, the documented objects stay readable"),
    (r"listGroupClusterSearchIndexes 503", r"media type", "the same problem as everywhere, which is read in any JSON media type"),
    # Roles are those of the service: each of them is enough, and more people have them.
    (r"deleteGroupClusterFtsIndex", r"role Project (Data Access Admin|Search Index Editor)", OTHER_ROLES),
    (r"listGroupClusterSearchIndexes", r"role Project (Data Access Read Only|Search Index Editor|Stream Processing Owner)", OTHER_ROLES),
    (r"addGroupUsers", r"role Project (Owner|Access Manager)", OTHER_ROLES),
    (r"pinGroupClusterFeatureCompatibilityVersion", r"role Project Owner", OTHER_ROLES),
    (r"updateGroupClusterSearchIndexByName", r"role Project (Data Access Admin|Search Index Editor)", OTHER_ROLES),
    (r"unpinGroupClusterCollStatUnpinNamespaces", r"role Project Read Only", OTHER_ROLES),
    (r"updateGroupServiceAccount", r"role Project Owner", OTHER_ROLES),
    # Answers: either is fine.
    (r"unpinGroupClusterCollStatUnpinNamespaces 200\.pinnedNamespaces", r"required", "optional in the contract, required in the service; reading tolerates both"),
    (r"updateGroupServiceAccount 200\.roles\[\]", r"enum", "the service may add roles; an answer is not held to the contract's list", set()),
    (r"createGroupLiveMigration 201\.status", r"nullable", "the service may answer null", True),
    (r"updateGroupServiceAccount 200\.secrets\[\]\.lastUsedAt", r"nullable", "a secret that nobody used has null here", True),
    (r"getGroupDbAccessHistoryCluster", r"role Project (Cluster Log Viewer|Monitoring Admin)", OTHER_ROLES),
    (r"listGroupCloudProviderAccess|getGroupFlexClusterBackupRestoreJob", r"role Project (Owner|Read Only)", OTHER_ROLES),
    (r"getGroupPrivateNetworkSettingEndpointId", r"role Project Charts Admin", OTHER_ROLES),
    # Parameters: what both accept.
    (r"getGroupDbAccessHistoryCluster\?(start|end)", r"minimum", "the service takes nothing before 2008"),
    (r"listGroupEvents\?(eventType|excludedEventType)\[\]", r"type", "a choice between enumerations of texts is one of texts"),
    (r"listGroupEvents\?(eventType|excludedEventType)\[\]", r"enum", "the list changes often, as the contract says: its values are offered, any is sent", set()),
    (r"listGroupEvents\?includeRaw", r"default", "the service names no default"),
    # Answers: either is fine.
    (r"(listGroupEvents|listOrgApiKeyAccessListEntries) 200\.results", r"required", "optional in the contract, required in the service; reading tolerates both"),
    (r"listGroupEvents 200\.results\[\]", r"attribute delegatePrincipal", SERVICE_ADDS),
    (r"listGroupEvents 200\.results\[\]\.raw\.description", r"nullable", "the service may have null here"),
    (r"listGroupEvents 200\.results\[\]\.eventTypeName", r"enum", "the contract writes out the first of 38 lists, the service has them all"),
    (r"listGroupCloudProviderAccess 200", r"attribute gcpServiceAccounts", SERVICE_ADDS),
    (r"getGroupPrivateNetworkSettingEndpointId 200\.endpointId", r"pattern", "endpoints in Azure have other IDs"),
    (r"getGroupPrivateNetworkSettingEndpointId 200\.provider", r"enum", SERVICE_ADDS),
    (r"getGroupContainer 200\.region", r"enum", "the contract has no list, the service has one"),
    (r"getGroupContainer 200\.vnetName", r"pattern", "the contract's would allow a single character only"),
    (r"(listClusterDetails|listGroupClusterBackupSnapshotShardedClusters) 200\.results", r"required", "optional in the contract, required in the service; reading tolerates both"),
    (rf"{INDEX}\.latestDefinition", r"attribute (sort|typeSets)", SERVICE_ADDS),
    (rf"{INDEX}\.latestDefinition\.mappings\.dynamic", r"type", "boolean in the contract and in real answers, the service also has objects"),
    (rf"{INDEX}\.statusDetail\[\]\.(main|staged)Index", r"attribute synonymMappingStatus(Detail)?", SERVICE_ADDS),
    (rf"{INDEX}\.statusDetail\[\]\.(main|staged)Index\.definition", r"attribute (analyzer|analyzers|mappings|searchAnalyzer|sort|storedSource|synonyms|typeSets)", SERVICE_ADDS),
    (rf"{DEFINITION}\.analyzers\[\]\.((char|token)Filters\[\]|tokenizer){{}}", r"type", FREE_FORM, set()),
    (rf"{DEFINITION}\.storedSource", r"type", "the contract's words also allow true and false", {"boolean", "object"}),
    (r"addGroupUsers 201\.roles\[\]", r"enum", "the service may add roles; an answer is not held to the contract's list"),
    (r"addGroupUsers 201\.invitationExpiresAt", r"required|nullable", "required in the contract, optional in the service"),
    # The body: what both accept.
    (r"updateGroupClusterOnlineArchive (body|200)\.criteria\.(type|dateField|expireAfterDays)", r"required", "the contract's words ask for them with DATE, though they are not marked"),
    (r"updateGroupClusterOnlineArchive (body|200)\.criteria\.dateField", r"minLength", "a field has a name", 1),
    (r"updateGroupClusterOnlineArchive (body|200)\.criteria\.expireAfterDays|updateGroupClusterSnapshotSchedule (body|200)\.pointInTimeWindowHours", r"minimum", "nobody means less than nothing", 0),
    (r"updateGroupClusterSearchIndexByName body\.definition", r"attribute (sort|typeSets)", "the service accepts it too; sent only where a person fills it in"),
    (r"updateGroupClusterSearchIndexByName body\.definition\.mappings\.dynamic", r"type", "boolean in the contract and in real answers, the service also takes an object", {"boolean", "object"}),
    (r"unpinGroupClusterCollStatUnpinNamespaces body\.namespaces", r"required", "without a list nothing is said", True),
    (r"unpinGroupClusterCollStatUnpinNamespaces body\.namespaces", r"minItems", "an empty list changes nothing", 1),
    (r"createGroupLiveMigration body\.(destination\.(clusterName|hostnameSchemaType)|source\.clusterName|migrationHosts\[\])", r"minLength", "the service refuses empty names", 1),
    (r"createGroupLiveMigration body\.(migrationHosts|sharding\.shardingEntries(\[\]\.shardCollection\.key)?)", r"required", MORE_NEEDED, True),
    (r"createGroupLiveMigration body\.sharding\.shardingEntries\[\]\.shardCollection\.key\[\]{}", r"type", FREE_FORM, set()),
]  # fmt: skip


# --- reading the text ---


class Attribute:
    def __init__(self, name, kind="", flags=""):
        self.name = name
        self.kind = kind
        self.required = "Required" in flags
        self.discriminator = "Discriminator" in flags
        self.deprecated = "Deprecated" in flags
        self.facts = {}
        self.children = {}

    def child(self, attribute):
        self.children[attribute.name] = attribute


class Section:
    """One operation as the contract writes it."""

    def __init__(self, title, method, path):
        self.title = title
        self.method = method
        self.path = path
        self.summary = ""
        self.path_parameters = Attribute("path")
        self.query_parameters = Attribute("query")
        self.body = None
        self.body_required = False
        self.body_version = None
        self.answers = {}  # status -> (media type, Attribute)


def values_in(text):
    """ "A, B, or C" """
    return [part for part in re.split(r",? or |, ", text.strip()) if part]


def read_facts(attribute, line):
    """One line below an attribute: only whole sentences of the contract's own form count."""
    number = r"(-?\d+(?:\.\d+)?)"
    forms = (
        (rf"^Minimum value is {number}(?:, maximum|\.)", lambda m: {"minimum": float(m[1])}),
        (rf"^(?:Minimum value is {number}, m|M)aximum value is {number}\.", lambda m: {"maximum": float(m[2])}),
        (r"^Minimum length is (\d+)", lambda m: {"minLength": int(m[1])}),
        (r"^(?:Minimum length is \d+, m|M)aximum length is (\d+)", lambda m: {"maxLength": int(m[1])}),
        (r"^At least (\d+)(?: but not more than \d+)? elements?\.", lambda m: {"minItems": int(m[1])}),
        (r"^(?:At least \d+ but n|N)ot more than (\d+) elements?\.", lambda m: {"maxItems": int(m[1])}),
        (r"(?:^|\. )Values are (.+?)\.(?= Default value is|$)", lambda m: {"enum": values_in(m[1])}),
        (r"(?:^|\. )Allowed values are \[(.+?)\]\.$", lambda m: {"enum": values_in(m[1])}),
        (r"(?:^|\. )Value is (.+?)\.(?= Default value is|$)", lambda m: {"enum": [m[1]]}),
        (r"(?:^|\. )Default value is (.+?)\.$", lambda m: {"default": m[1]}),
        (r"Format (?:of each )?should match the following pattern: (.+)\.$", lambda m: {"pattern": m[1]}),
    )
    for form, fact in forms:
        match = re.search(form, line)
        if match:
            attribute.facts.update(fact(match))


def read_section(lines, start, end):
    method, path = HEADING.match(lines[start]).groups()
    title = next(line for line in reversed(lines[:start]) if line.strip())
    section = Section(title, method, path)
    index = start + 1
    part = None
    stack = []  # (indentation, Attribute)
    while index < end:
        line = lines[index]
        bare = line.strip()
        index += 1
        if line in ("Path parameters", "Query parameters", "Responses"):
            part = line
            stack = [(-1, {"Path parameters": section.path_parameters, "Query parameters": section.query_parameters}.get(line, Attribute("none")))]
            continue
        media = re.match(r"^application/vnd\.atlas\.(\S+)\+json$", line)
        if media:
            section.body_version = media[1]
            continue
        if line in ("Body", "Body Required"):
            part = "Body"
            section.body = Attribute("body")
            section.body_required = line == "Body Required"
            stack = [(-1, section.body)]
            continue
        if part is None:
            section.summary += bare + " "
            continue
        if part == "Responses" and UNNUMBERED_ANSWER.match(line):
            root = Attribute("201")
            section.answers["201"] = (None, root)
            stack = [(2, root)]
            continue
        answer = ANSWER.match(line) if part == "Responses" else None
        if answer:
            root = Attribute(answer["status"])
            section.answers[answer["status"]] = (answer["media"], root)
            stack = [(2, root)]
            continue
        match = ATTRIBUTE.match(line)
        if match and not match["type"] and not match["flags"]:
            follows = next((text.strip() for text in lines[index:end] if text.strip()), "")
            match = match if follows == "One of:" else None  # else a word of a list in the text
        if match:
            indent = len(match["indent"])
            while stack[-1][0] >= indent:
                stack.pop()
            attribute = Attribute(match["name"], match["type"] or "", match["flags"])
            stack[-1][1].child(attribute)
            stack.append((indent, attribute))
        elif bare and len(stack) > 1:
            indent = len(line) - len(line.lstrip())
            while len(stack) > 1 and stack[-1][0] >= indent:
                stack.pop()
            read_facts(stack[-1][1], bare)
    return section


def read_contract(text):
    """(method, path) -> Section. Every operation comes twice: written out, and as an example call."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if HEADING.match(line)]
    sections = {}
    for position, start in enumerate(starts):
        key = HEADING.match(lines[start]).groups()
        end = starts[position + 1] if position + 1 < len(starts) else len(lines)
        if key not in sections:
            sections[key] = read_section(lines, start, end)
        elif sections[key].body is not None and sections[key].body_version is None:
            # Of several versions the example calls begin with the newest.
            stated = re.search(r"Content-Type: application/vnd\.atlas\.(\S+)\+json", "\n".join(lines[start:end]))
            sections[key].body_version = stated and stated[1]
    return sections


# --- comparing ---

LIMITS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "enum", "default")


class Reading:
    def __init__(self, sections, document):
        self.sections = sections
        self.document = document
        self.compared = 0

    def run(self):
        differences = []
        for name, (method, path, operation) in self.document.operations().items():
            section = self.sections.get((method, path))
            if section:
                self.compared += 1
                self.operation(differences, name, section, operation)
        if self.compared < DESCRIBED:
            differences.append(("document", "operations", f"at least {DESCRIBED}", self.compared))
        return differences

    def operation(self, out, name, section, operation):
        def same(fact, expected, found, place=name):
            if expected != found:
                out.append((place, fact, expected, found))

        same("deprecated", section.title.endswith(" Deprecated"), bool(operation.get("deprecated")))
        stated = re.search(r"must have (?:the )?(.*?)(?: role)?(?: to |\.|$)", section.summary)
        roles = set(re.findall(r"((?:Project|Organization) [A-Z][A-Za-z ]*?)(?= role| or |\.| to )", stated[1] + "." if stated else ""))
        for role in sorted(roles ^ set(operation.get("x-roles", []))):
            same(f"role {role}", role in roles, role not in roles)
        self.parameters(out, name, section, operation)
        body = operation.get("requestBody")
        same("has a body", section.body is not None, body is not None)
        if section.body is not None and body is not None:
            same("body required", section.body_required, bool(body.get("required")))
            same("version of the body", section.body_version, version_of(body["content"]))
            self.members(out, f"{name} body", section.body, next(iter(body["content"].values()))["schema"], True)
        self.answers(out, name, section, operation)

    def parameters(self, out, name, section, operation):
        found = {}
        for node in operation["parameters"]:
            node = self.document.resolved(node)
            found[(node["in"], node["name"])] = node
        expected = {("path", key): value for key, value in section.path_parameters.children.items()}
        expected.update({("query", key): value for key, value in section.query_parameters.children.items()})
        for where, key in sorted(set(expected) | set(found)):
            place, attribute, node = f"{name}?{key}", expected.get((where, key)), found.get((where, key))
            if attribute is None or node is None:
                out.append((name, f"parameter {key}", attribute is not None, node is not None))
                continue
            if attribute.required != bool(node.get("required")):
                out.append((place, "required", attribute.required, bool(node.get("required"))))
            self.value(out, place, attribute, node["schema"], False)

    def answers(self, out, name, section, operation):
        for status in sorted(set(section.answers) | set(operation["responses"])):
            stated, node = section.answers.get(status), operation["responses"].get(status)
            if stated is None or node is None:
                out.append((name, f"status {status}", stated is not None, node is not None))
                continue
            media, root = stated
            content = self.document.resolved(node).get("content", {})
            if media and [media] != list(content):
                out.append((f"{name} {status}", "media type", [media], list(content)))
            schema = next(iter(content.values()), {}).get("schema")
            if root.children and schema is None:
                out.append((f"{name} {status}", "content", True, False))
            elif schema is not None:
                place = f"{name} {status}"
                resolved = self.document.resolved(schema)
                if resolved.get("type") == "array":  # the contract lists the attributes of the entries
                    place, schema = place + "[]", resolved["items"]
                self.members(out, place, root, schema, False)

    def shapes(self, node):
        """The object itself or, of a union, each variant with what all have in common."""
        node = self.document.resolved(node)
        variants = node.get("oneOf") or node.get("anyOf")
        if not variants:
            return [node]
        common = {key: value for key, value in node.items() if key not in ("oneOf", "anyOf")}
        shapes = []
        for variant in variants:
            for shape in self.shapes(variant):
                properties = {**common.get("properties", {}), **shape.get("properties", {})}
                required = sorted(set(common.get("required", [])) | set(shape.get("required", [])))
                shapes.append({**common, **shape, "properties": properties, "required": required})
        return shapes

    def members(self, out, place, attribute, node, is_sent):
        """The attributes of an object; of a union, those of the variant that comes nearest."""
        attempts = []
        shapes = self.shapes(node)
        for shape in [shape for shape in shapes if self.is_chosen(attribute, shape)] or shapes:
            attempt = []
            self.properties(attempt, place, attribute, shape, is_sent)
            attempts.append(attempt)
        out.extend(min(attempts, key=len))

    def is_chosen(self, attribute, shape):
        """Whether the values of the discriminator that the contract shows lead to this variant."""
        for name, child in attribute.children.items():
            values = self.document.resolved(shape.get("properties", {}).get(name, {})).get("enum")
            if child.discriminator and values and not set(child.facts.get("enum", [])) <= set(values):
                return False
        return True

    def properties(self, out, place, attribute, shape, is_sent):
        found = {
            key: self.document.resolved(value)
            for key, value in shape.get("properties", {}).items()
            if not (self.document.resolved(value).get("readOnly" if is_sent else "writeOnly"))
        }
        further = shape.get("additionalProperties")
        expected = dict(attribute.children)
        any_other = expected.pop("*", None)
        if any_other is not None:
            if isinstance(further, dict):
                self.value(out, place + "{}", any_other, further, is_sent)
            else:
                out.append((place, "additional properties", True, False))
        if "additionalProperties" in shape and any_other is None and expected:
            out.append((place, "additional properties", False, True))
        for key in sorted(set(expected) | set(found)):
            if key not in expected or key not in found:
                out.append((place, f"attribute {key}", key in expected, key in found))
                continue
            required = key in shape.get("required", [])
            if expected[key].required != required:
                out.append((f"{place}.{key}", "required", expected[key].required, required))
            self.value(out, f"{place}.{key}", expected[key], found[key], is_sent)

    def value(self, out, place, attribute, node, is_sent):
        node = self.document.resolved(node)
        types = node.get("type", [])
        types = set(types if isinstance(types, list) else [types])
        kind = re.match(r"(?:array\[(?P<items>.+?)\]|(?P<type>\w+))(?:\((?P<format>.+)\))?(?P<null> \| null)?$", attribute.kind)
        holder, holder_place = node, place  # of the limits: the entries of a list
        if kind:
            expected = {"array"} if kind["items"] else {kind["type"]}
            if expected != types - {"null"}:
                out.append((place, "type", expected, types - {"null"}))
                return
            if bool(kind["null"]) != ("null" in types):
                out.append((place, "nullable", bool(kind["null"]), "null" in types))
            if kind["format"] != node.get("format"):
                out.append((place, "format", kind["format"], node.get("format")))
            if kind["items"]:
                holder, holder_place = self.document.resolved(node["items"]), place + "[]"
                entries = holder.get("type", [])
                entries = set(entries if isinstance(entries, list) else [entries])
                if set(kind["items"].split(" | ")) != entries:
                    out.append((holder_place, "type", set(kind["items"].split(" | ")), entries))
        for limit in LIMITS:
            where = node if limit in ("minItems", "maxItems", "default") else holder
            self.limit(out, place if where is node else holder_place, limit, attribute.facts.get(limit), where, attribute)
        has_members = attribute.children or holder.get("properties") or holder.get("oneOf") or holder.get("anyOf")
        if has_members and "object" in (holder.get("type") or ""):
            self.members(out, holder_place, attribute, holder, is_sent)

    def limit(self, out, place, limit, expected, node, attribute):
        found = node.get(limit)
        if limit == "enum":
            expected = set(expected or [])
            found = {str(value) for value in found or [] if value is not None}
            # Of a discriminator the contract shows the value of the one variant that it writes out.
            if attribute.discriminator and expected < found:
                found = expected
        elif limit == "default" and found is not None:
            found = {True: "true", False: "false"}.get(found, str(found)) if isinstance(found, bool) else str(found)
        elif limit in ("minimum", "maximum") and found is not None:
            found = float(found)
        if expected != found:
            out.append((place, limit, expected, found))


# --- the check of the check ---

# A fact in the text and what to write instead.
CHANGES = {
    "a pattern": (r"(following pattern: )(.+)\.$", r"\1x\2."),
    "a minimum": (r"Minimum value is (\d+)", "Minimum value is 4\\1"),
    "a maximum": (r"maximum value is (\d+)", "maximum value is 9\\1"),
    "a length": (r"aximum length is (\d+)", "aximum length is 9\\1"),
    "a count of entries": (r"At least (\d+)", "At least 9\\1"),
    "a default": (r"Default value is (\w+)", "Default value is other\\1"),
    "a list of values": (r"Values are (\S+), ", "Values are "),
    "a required mark": (r"( • \S+ \S+) Required", r"\1"),
    "a type": (r"( • \S+) (?:string|boolean)( Required)?$", r"\1 integer\2"),
    "a format": (r"(integer)\(int32\)", r"\1(int64)"),
    "a name": (r"( • )([a-z]\S+ (?:string|object|array|boolean|integer))", r"\1x\2"),
    "a version": (r"vnd\.atlas\.2", "vnd.atlas.3"),
    "a status": (r"^  • 50(0) app", r"  • 51\1 app"),
    "a body that must be there": (r"^Body Required$", "Body"),
    "a deprecation": (r"^(.+) Deprecated$", r"\1"),
    "a role": (r"must have the Project (\w+)", r"must have the Project X\1"),
}


def sections_of(lines, keys):
    """Only the lines of these operations, each with the title above it."""
    starts = [number for number, line in enumerate(lines) if HEADING.match(line)]
    kept, done = [], set()
    for start, end in zip(starts, starts[1:]):
        key = HEADING.match(lines[start]).groups()
        if key in keys and key not in done:
            kept += lines[start - 2 : end - 2]
        done.add(key)
    return kept


def self_check(text, document):
    if complaints(Reading(read_contract(text), document).run(), Exceptions(EXCEPTIONS)):
        print("The document differs already: run without --self-check first.")
        return 1
    lines = sections_of(text.split("\n"), {(method, path) for method, path, _ in document.operations().values()})
    missed = kinds = tried = 0
    fewer = document.copy()
    del fewer.tree["paths"]["/api/atlas/v2/clusters"]
    differences = Reading(read_contract(text), fewer).run()
    if not any(place == "document" for place, *_ in differences):
        missed += 1
        print("Not noticed: an operation that is gone")
    for what, (form, replacement) in CHANGES.items():
        places = [number for number, line in enumerate(lines) if re.search(form, line)]
        kinds += bool(places)
        for number in dict.fromkeys(places[index] for index in (0, len(places) // 3, len(places) // 2, -1) if places):
            changed = list(lines)
            changed[number] = re.sub(form, replacement, lines[number], count=1)
            tried += 1
            if not complaints(Reading(read_contract("\n".join(changed)), document).run(), Exceptions(EXCEPTIONS)):
                missed += 1
                print(f"Not noticed: {what} in: {lines[number].strip()[:100]}")
    print(f"{tried} changes of {kinds} kinds, {missed} not noticed.")
    return 1 if missed or kinds < len(CHANGES) else 0


def main(arguments):
    text = reference_file("contract.txt")
    document = Document.shipped()
    if arguments == ["--self-check"]:
        return self_check(text, document)
    reading = Reading(read_contract(text), document)
    differences = reading.run()
    print(f"{reading.compared} of {len(reading.sections)} operations of the contract are in the document.")
    return report(differences, Exceptions(EXCEPTIONS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
