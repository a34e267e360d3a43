"""What the second wall costs the treasurer: each page with and without it, turn and turn about in one run.

python -m pytest -s tests/benchmarks/bench_row_security.py
"""

from __future__ import annotations

import statistics
import time

import pytest
from django.conf import settings
from django.test import Client, override_settings

from cooperatives.models import User
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme

ROUNDS = 40
COOPERATIVE = "/cooperatives/triunfo-verde/"
PAGES = (
    ("spending log", f"{COOPERATIVE}spending/"),
    ("spending form", f"{COOPERATIVE}spending/new/"),
    ("all spending", f"{COOPERATIVE}spending/all/"),
    ("premium", f"{COOPERATIVE}premium/"),
    ("plans", f"{COOPERATIVE}premium/plans/"),
    ("sales", f"{COOPERATIVE}premium/sales/"),
    ("dossier", COOPERATIVE),
    ("trainings", f"{COOPERATIVE}trainings/"),
    ("people", f"{COOPERATIVE}people/"),
    ("certification", f"{COOPERATIVE}certification/"),
)


@pytest.mark.django_db(transaction=True)
def test_the_wall_costs_less_than_a_tenth(client: Client) -> None:
    assert not settings.REMEMBER_ANSWERS  # pages are made anew, each time
    load_programme()
    load_example()
    client.force_login(User.objects.get(email="treasurer@example.org"))
    print(f"\n{'page':<16}{'without ms':>12}{'with ms':>10}{'ratio':>8}")  # noqa: T201
    ratios = []
    for name, path in PAGES:
        times: dict[bool, list[float]] = {True: [], False: []}
        for turn in range(2 * ROUNDS + 4):
            is_held = bool(turn % 2)
            with override_settings(ROW_SECURITY=is_held):
                began = time.perf_counter()
                assert client.get(path).status_code == 200
                took = 1000 * (time.perf_counter() - began)
            if turn >= 4:
                times[is_held].append(took)
        without, held = statistics.median(times[False]), statistics.median(times[True])
        ratios.append(held / without)
        print(f"{name:<16}{without:>12.1f}{held:>10.1f}{held / without:>8.3f}")  # noqa: T201
    typical = statistics.median(ratios)
    print(f"{'median of pages':<38}{typical:>8.3f}")  # noqa: T201
    assert typical < 1.10
