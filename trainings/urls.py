"""Pages of trainings."""

from django.urls import path

from trainings.views import feeds, indicators, learning, modules, people, planning, programmes, progress, rolls
from trainings.views import trainings as views

app_name = "trainings"

trainings = "cooperatives/<slug:slug>/trainings/"
persons = "cooperatives/<slug:slug>/people/"

# What a co-op sees and keeps: its trainings, the roll, its people, what they learned.
urlpatterns = [
    path(trainings, views.training_list, name="training_list"),
    path(f"{trainings}calendar/", programmes.cooperative_calendar, name="cooperative_calendar"),
    path(f"{trainings}calendar/link/", feeds.cooperative_feed, name="cooperative_feed"),
    path(f"{trainings}<int:pk>/", views.training_detail, name="training_detail"),
    path(f"{trainings}<int:pk>/scores/", learning.score_update, name="score_update"),
    path(f"{trainings}<int:pk>/scores/test/", learning.instrument_create, name="instrument_create"),
    path(f"{trainings}days/<int:pk>/roll/", rolls.roll_call, name="roll_call"),
    path(f"{trainings}days/<int:pk>/heads/", rolls.head_count, name="head_count"),
    path(f"{trainings}days/<int:pk>/heads/delete/", rolls.head_count_delete, name="head_count_delete"),
    path(f"{trainings}visits/", learning.visit_list, name="visit_list"),
    path(f"{trainings}visits/new/", learning.visit_create, name="visit_create"),
    path(persons, people.person_list, name="person_list"),
    path(f"{persons}<int:pk>/merge/", people.person_merge, name="person_merge"),
    path(f"{persons}<int:pk>/remove-name/", people.person_remove_name, name="person_remove_name"),
]

# What a programme plans and counts.
planned = "programmes/<slug:programme>/trainings/"

urlpatterns += [
    path("trainings/", programmes.training_home, name="training_home"),
    path(planned, programmes.programme_training_list, name="programme_training_list"),
    path(f"{planned}new/", planning.training_create, name="training_create"),
    path(f"{planned}calendar/", programmes.programme_calendar, name="programme_calendar"),
    path(f"{planned}calendar/link/", feeds.programme_feed, name="programme_feed"),
    path(f"{planned}people/", programmes.people_trained, name="people_trained"),
    path(f"{planned}attendance/", programmes.attendance_export, name="attendance_export"),
    path(f"{planned}<int:pk>/", programmes.programme_training_detail, name="programme_training_detail"),
    path(f"{planned}<int:pk>/edit/", planning.training_update, name="training_update"),
    path(f"{planned}<int:pk>/days/new/", planning.training_day_create, name="training_day_create"),
    path(f"{planned}<int:pk>/days/delete/", planning.training_day_delete, name="training_day_delete"),
    path(f"{planned}<int:pk>/held/", planning.training_hold, name="training_hold"),
    path(f"{planned}<int:pk>/report/", planning.training_report, name="training_report"),
    path(f"{planned}<int:pk>/cancel/", planning.training_cancel, name="training_cancel"),
    path(f"{planned}<int:pk>/files/new/", planning.training_attach, name="training_attach"),
]

# Files, calendars and modules, of whatever programme.
urlpatterns += [
    path("training-files/<uuid:pk>/", planning.training_file, name="training_file"),
    path("calendars/<uuid:key>.ics", feeds.training_feed, name="training_feed"),
    path("modules/", modules.module_list, name="module_list"),
    path("modules/new/", modules.module_create, name="module_create"),
    path("modules/<int:pk>/", modules.module_update, name="module_update"),
]

milestone = "cooperatives/<slug:slug>/progress/milestones/<slug:key>/"
indicator = "cooperatives/<slug:slug>/progress/indicators/<slug:key>/"
measurement = "cooperatives/<slug:slug>/progress/measurements/<int:pk>/"

urlpatterns += [
    path("progress/waiting/", progress.waiting_list, name="waiting_list"),
    path(f"{milestone}report/", progress.milestone_report, name="milestone_report"),
    path(f"{milestone}plan/", progress.milestone_plan, name="milestone_plan"),
    path(f"{milestone}accept/", progress.milestone_accept, name="milestone_accept"),
    path(f"{milestone}return/", progress.milestone_return, name="milestone_return"),
    path(f"{indicator}new/", indicators.measurement_create, name="measurement_create"),
    path(f"{indicator}targets/", indicators.target_update, name="target_update"),
    path(measurement, indicators.measurement_detail, name="measurement_detail"),
    path(f"{measurement}correct/", indicators.measurement_correct, name="measurement_correct"),
    path(f"{measurement}accept/", indicators.measurement_accept, name="measurement_accept"),
    path(f"{measurement}return/", indicators.measurement_return, name="measurement_return"),
    path("evidence/<uuid:pk>/", progress.evidence_file, name="evidence_file"),
]
