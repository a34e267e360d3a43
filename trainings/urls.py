"""Pages of trainings."""

from django.urls import path

from trainings.views import trainings as views

app_name = "trainings"

trainings = "cooperatives/<slug:slug>/trainings/"

urlpatterns = [
    path(trainings, views.training_list, name="training_list"),
    path(f"{trainings}<int:pk>/", views.training_detail, name="training_detail"),
]
