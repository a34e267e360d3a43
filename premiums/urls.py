"""Pages of the premium: the spending log and its expenses."""

from django.urls import path

from premiums import views

app_name = "premiums"

spending = "cooperatives/<slug:slug>/spending/"

urlpatterns = [
    path(spending, views.spending_log, name="spending_log"),
    path(f"{spending}new/", views.expense_create, name="expense_create"),
    path(f"{spending}all/", views.expense_list, name="expense_list"),
    path(f"{spending}<int:pk>/", views.expense_detail, name="expense_detail"),
    path(f"{spending}<int:pk>/correct/", views.expense_correct, name="expense_correct"),
    path(f"{spending}<int:pk>/check/", views.expense_check, name="expense_check"),
    path(f"{spending}<int:pk>/return/", views.expense_return, name="expense_return"),
    path(f"{spending}<int:pk>/void/", views.expense_void, name="expense_void"),
    path("vouchers/<uuid:pk>/", views.voucher_file, name="voucher_file"),
]
