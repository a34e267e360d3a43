"""Which trainings and which progress a person may see, and of which trainings they may take the roll."""

from __future__ import annotations

import uuid

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from config.http import Request
from cooperatives.access import cooperative_or_404, programme_or_404, standing, visible_cooperatives, visible_programmes
from cooperatives.models import Cooperative, Member, Programme, User
from cooperatives.roles import COOPERATIVE_GRANTS, PROGRAMME_GRANTS, Permission
from trainings.models import (
    CalendarFeed,
    CooperativeMilestone,
    Evidence,
    HeadCount,
    Indicator,
    Measurement,
    Milestone,
    Module,
    Training,
    TrainingFile,
    TrainingSession,
    TrainingTrainer,
)


def trainings_of_programme(programme: Programme) -> QuerySet[Training]:
    """The trainings of a programme and of its parts."""
    return Training.objects.filter(Q(programme=programme) | Q(programme__part_of=programme))


def with_people_behind(trainings: QuerySet[Training]) -> QuerySet[Training]:
    """Trainings with their modules (`module_titles` in each language) and trainers, without further queries."""
    modules = Module.objects.filter(training_rows__training=OuterRef("pk")).order_by("title")
    titles = modules.values(json=JSONObject(title="title", title_es="title_es", title_pt="title_pt"))
    names = TrainingTrainer.objects.filter(training=OuterRef("pk")).order_by("user__name")
    return trainings.annotate(
        module_titles=ArraySubquery(titles),
        module_keys=ArraySubquery(modules.values("pk")),
        trainer_names=ArraySubquery(names.values("user__name")),
        trainer_keys=ArraySubquery(names.values("user")),
    )


def visible_trainings(user: User, permission: Permission = Permission.SEE_COOPERATIVE) -> QuerySet[Training]:
    """The trainings of the programmes and co-ops this person may see; with a permission, where a role grants it."""
    return Training.objects.filter(
        Q(programme__in=visible_programmes(user, permission).values("pk"))
        | Q(invitations__cooperative__in=visible_cooperatives(user, permission).values("pk"))
    ).distinct()


def programme_training_or_404(
    request: Request, programme: str, pk: int, permission: Permission
) -> tuple[Programme, Training]:
    """The programme and its training: 404 when the person may not see it, 403 when they may not do this with it."""
    found = programme_or_404(request, programme, permission)
    rows = with_people_behind(trainings_of_programme(found)).select_related("programme", "track", "host")
    return found, get_object_or_404(rows, pk=pk)


def cooperative_training_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, Training]:
    """The co-op and a training it is invited to: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    rows = Training.objects.filter(invitations__cooperative=cooperative).select_related("programme", "track")
    training = get_object_or_404(rows, pk=pk)
    refuse_other_programmes(request, training, cooperative, permission)
    return cooperative, training


def day_or_404(request: Request, slug: str, pk: int) -> tuple[Cooperative, TrainingSession]:
    """The co-op and a day of a training it is invited to, for those who may take the roll there.

    `day.heads` is how many people of the co-op were counted without names, None when nobody counted.
    """
    cooperative = cooperative_or_404(request, slug, Permission.TAKE_ROLL_CALL)
    counted = HeadCount.objects.filter(session=OuterRef("pk"), cooperative=cooperative).order_by()
    days = (
        TrainingSession.objects.select_related("training__programme")
        .filter(training__invitations__cooperative=cooperative)
        .annotate(heads=Subquery(counted.values(total=F("women") + F("men") + F("unrecorded"))))
    )
    day = get_object_or_404(days, pk=pk)
    refuse_other_programmes(request, day.training, cooperative, Permission.TAKE_ROLL_CALL)
    return cooperative, day


def may_at_training(user: User, training: Training, cooperative: Cooperative, permission: Permission) -> bool:
    """Whether a role at the co-op, or one in the training's own programme, grants it."""
    held = standing(user)
    roles = held.cooperative_roles.get(cooperative.pk, set())
    return any(permission in COOPERATIVE_GRANTS[role] for role in roles) or held.may_in_programme(
        permission, training.programme
    )


def refuse_other_programmes(
    request: Request, training: Training, cooperative: Cooperative, permission: Permission
) -> None:
    """403 to people of another programme that the co-op is enrolled in as well."""
    if permission != Permission.SEE_COOPERATIVE and not may_at_training(
        request.user, training, cooperative, permission
    ):
        raise PermissionDenied


def person_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Member]:
    """The co-op and one of its people: 404 when not to be seen, 403 when they may not do this with them."""
    cooperative = cooperative_or_404(request, slug, permission)
    people = Member.objects.filter(cooperative=cooperative, merged_into__isnull=True)
    return cooperative, get_object_or_404(people, pk=pk)


def cooperatives_kept_with(user: User, cooperative: Cooperative) -> QuerySet[Cooperative]:
    """The co-ops in which this person may look for another entry of somebody of `cooperative`.

    For staff it is their own; for people of a programme also the others of their programmes.
    """
    held = standing(user)
    visible = visible_cooperatives(user)
    if held.is_administrator:
        return visible
    own = [
        key
        for key, roles in held.cooperative_roles.items()
        if any(Permission.KEEP_MEMBERS in COOPERATIVE_GRANTS[role] for role in roles)
    ]
    programmes = [
        key
        for key, roles in held.roles_in_programmes.items()
        if any(Permission.KEEP_MEMBERS in PROGRAMME_GRANTS[role] for role in roles)
    ]
    enrolled = Q(enrolments__programme__in=programmes) | Q(enrolments__programme__part_of__in=programmes)
    return visible.filter(Q(pk__in=own) | enrolled).distinct()


def training_file_or_404(request: Request, pk: uuid.UUID) -> TrainingFile:
    """A file of a training the person may see; 403 when only its results are for them."""
    seen = visible_trainings(request.user, Permission.SEE_COOPERATIVE)
    found = get_object_or_404(TrainingFile, pk=pk, training__in=seen.values("pk"))
    if not visible_trainings(request.user, Permission.SEE_MEMBERS).filter(pk=found.training_id).exists():
        raise PermissionDenied
    return found


def feed_or_404(key: uuid.UUID) -> CalendarFeed:
    """The calendar link with this secret, while it is not revoked and its maker may still see what it shows."""
    feeds = CalendarFeed.objects.select_related("made_by", "programme", "cooperative")
    feed = get_object_or_404(feeds, secret=key, revoked_at__isnull=True, made_by__is_active=True)
    if feed.programme_id:
        get_object_or_404(visible_programmes(feed.made_by), pk=feed.programme_id)
    else:
        get_object_or_404(visible_cooperatives(feed.made_by), pk=feed.cooperative_id)
    return feed


def trainings_of_feed(feed: CalendarFeed) -> QuerySet[Training]:
    """What a calendar link shows."""
    if feed.programme:
        return trainings_of_programme(feed.programme)
    return Training.objects.filter(invitations__cooperative=feed.cooperative)


def milestone_or_404(request: Request, slug: str, key: str, permission: Permission) -> tuple[Cooperative, Milestone]:
    """The co-op and a milestone in use: 404 when the person may not see it, 403 when they may not do this."""
    cooperative = cooperative_or_404(request, slug, permission)
    milestones = Milestone.objects.filter(is_active=True).select_related("track")
    return cooperative, get_object_or_404(milestones, slug=key)


def reported_milestone_or_404(
    request: Request, slug: str, key: str, permission: Permission
) -> tuple[Cooperative, CooperativeMilestone]:
    """The co-op and what it recorded on a milestone, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    rows = CooperativeMilestone.objects.select_related("milestone__track", "reported_by")
    return cooperative, get_object_or_404(rows, cooperative=cooperative, milestone__slug=key)


def indicator_or_404(request: Request, slug: str, key: str, permission: Permission) -> tuple[Cooperative, Indicator]:
    """The co-op and an indicator in use, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    indicators = Indicator.objects.filter(is_active=True).select_related("track")
    return cooperative, get_object_or_404(indicators, slug=key)


def measurement_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Measurement]:
    """The co-op and its measurement, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    rows = Measurement.objects.select_related(
        "indicator__track", "entered_by", "accepted_by", "returned_by", "supersedes", "correction"
    )
    return cooperative, get_object_or_404(rows, cooperative=cooperative, pk=pk)


def evidence_or_404(request: Request, pk: uuid.UUID) -> Evidence:
    """A file of a co-op the person may see; 403 when only its results are for them."""
    files = Evidence.objects.select_related("cooperative").filter(cooperative__in=visible_cooperatives(request.user))
    evidence = get_object_or_404(files, pk=pk)
    if not standing(request.user).may_in(Permission.SEE_MEMBERS, evidence.cooperative):
        raise PermissionDenied
    return evidence
