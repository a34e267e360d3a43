"""Pages of trainings."""

from django.urls import path

from trainings.views import indicators, progress
from trainings.views import trainings as views

app_name = "trainings"

trainings = "cooperatives/<slug:slug>/trainings/"

urlpatterns = [
    path(trainings, views.training_list, name="training_list"),
    path(f"{trainings}<int:pk>/", views.training_detail, name="training_detail"),
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
