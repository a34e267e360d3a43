"""Pages of certification."""

from django.urls import path

from certification.views import dates

app_name = "certification"

urlpatterns = []

# The calendar, and reminders of it by mail.
urlpatterns += [
    path("certification/dates/", dates.dates, name="dates"),
    path("certification/reminders/", dates.reminders, name="reminders"),
    path("cooperatives/<slug:slug>/certification/dates/", dates.cooperative_dates, name="cooperative_dates"),
]
