"""Loading the standards with their versions, sections and topics, and the files of co-ops that sources call certified.

Numbers of requirements are never loaded: none was read. An administrator completes them from the certifier's list.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from certification.models import Certificate, CertificationFile, Certifier, Criterion, Section, Standard, Step
from certification.models import StandardVersion as Version
from certification.models.files import FileState
from cooperatives.models import Cooperative, Scheme
from overview.actions.loaded_rows import Load, read_data

Entry = dict[str, Any]


def load_standards(load: Load, schemes: dict[str, Scheme]) -> None:
    """The standards of the data file; `load` counts them."""
    data = read_data("standards")
    certifiers = {
        slug: load.put(Certifier, {"slug": slug}, load.columns(Certifier, entry))
        for slug, entry in data["certifiers"].items()
    }
    for slug, entry in data["standards"].items():
        versions = entry.pop("versions")
        entry["scheme"] = schemes[entry["scheme"]]
        standard = load.put(Standard, {"slug": slug}, load.columns(Standard, entry))
        for version in versions:
            _put_version(load, standard, version, certifiers, data["criteria"])


def _put_version(load: Load, standard: Standard, entry: Entry, certifiers: dict[str, Certifier], shared: Entry) -> None:
    sections = entry.pop("sections", [])
    if "certifier" in entry:
        entry["certifier"] = certifiers[entry["certifier"]]
    if "development_pass_mark" in entry:
        entry["development_pass_mark"] = Decimal(entry["development_pass_mark"])
    values = load.columns(Version, entry)
    version = load.put(Version, {"standard": standard, "label": values.pop("label")}, values)
    for place, section_entry in enumerate(sections, start=1):
        criteria = section_entry.pop("criteria")
        values = {"position": 10 * place, "confidence": "high", **load.columns(Section, section_entry)}
        section = load.put(Section, {"version": version, "number": values.pop("number")}, values)
        for number, criterion in enumerate(criteria, start=1):
            values = {"is_topic_level": True, **load.columns(Criterion, {**shared, **criterion})}
            load.put(Criterion, {"version": version, "section": section, "position": 10 * number}, values)


def put_certificate(load: Load, cooperative: Cooperative, scheme: Scheme, values: Entry) -> None:
    """A certificate that a source speaks of, in a historic file that is certified since the same day."""
    source = values.pop("source")
    known = {"is_historic": True, "source": source}
    file = load.put(
        CertificationFile,
        {"cooperative": cooperative, "scheme": scheme},
        {**known, "confidence": values.get("confidence", "")},
    )
    key = {"cooperative": cooperative, "file": file, "to_state": FileState.CERTIFIED}
    if file.is_historic or not file.state:
        since = {"taken_on": values.get("valid_from_on"), "taken_precision": values.get("valid_from_precision", "")}
        load.put(Step, key, {**known, **since})
    load.put(Certificate, {"cooperative": cooperative, "scheme": scheme, "source": source}, {**values, "file": file})
