"""Pages of the premium: the spending log and its expenses."""

from django.urls import path

from premiums.views import (
    assemblies,
    closing,
    drafts,
    exports,
    offline,
    planned_assemblies,
    plans,
    receipts,
    sales,
    vouchers,
)
from premiums.views import fund as funds
from premiums.views import spending as views

app_name = "premiums"

address = "cooperatives/<slug:slug>/spending/"

urlpatterns = [
    path(address, views.spending_log, name="spending_log"),
    path(f"{address}new/", views.expense_create, name="expense_create"),
    path(f"{address}all/", views.expense_list, name="expense_list"),
    path(f"{address}<int:pk>/", views.expense_detail, name="expense_detail"),
    path(f"{address}<int:pk>/correct/", views.expense_correct, name="expense_correct"),
    path(f"{address}<int:pk>/check/", views.expense_check, name="expense_check"),
    path(f"{address}<int:pk>/return/", views.expense_return, name="expense_return"),
    path(f"{address}<int:pk>/void/", views.expense_void, name="expense_void"),
    path("vouchers/<uuid:pk>/", views.voucher_file, name="voucher_file"),
    path("vouchers/<uuid:pk>/small/", vouchers.voucher_thumbnail, name="voucher_thumbnail"),
]

# Expenses logged without a connection: the list on the phone, how one is sent, what makes the phone keep the pages.
urlpatterns += [
    path("unsent/", drafts.unsent_list, name="unsent_list"),
    path("unsent/token/", drafts.draft_token, name="draft_token"),
    path(f"{address}send/", drafts.draft_send, name="draft_send"),
    path("worker.js", offline.service_worker, name="service_worker"),
    path("beneficio.webmanifest", offline.web_manifest, name="web_manifest"),
]

# The fund: its balance, the statement, the chain behind an expense, the vouchers of a period.
urlpatterns += [
    path("cooperatives/<slug:slug>/premium/", funds.fund, name="fund"),
    path("cooperatives/<slug:slug>/premium/statement/", funds.statement, name="statement"),
    path(f"{address}<int:pk>/chain/", funds.expense_chain, name="expense_chain"),
    path(f"{address}vouchers.zip", exports.voucher_archive, name="voucher_archive"),
]

# Sales on Fair Trade terms, the premium received for them, and the rates behind them.
urlpatterns += [
    path("cooperatives/<slug:slug>/premium/sales/", sales.sale_list, name="sale_list"),
    path("cooperatives/<slug:slug>/premium/sales/new/", sales.sale_create, name="sale_create"),
    path("cooperatives/<slug:slug>/premium/sales/<int:pk>/", sales.sale_detail, name="sale_detail"),
    path("cooperatives/<slug:slug>/premium/sales/<int:pk>/edit/", sales.sale_update, name="sale_update"),
    path("cooperatives/<slug:slug>/premium/received/", receipts.premium_received_list, name="premium_received_list"),
    path(
        "cooperatives/<slug:slug>/premium/received/new/",
        receipts.premium_received_create,
        name="premium_received_create",
    ),
    path(
        "cooperatives/<slug:slug>/premium/received/<int:pk>/",
        receipts.premium_received_detail,
        name="premium_received_detail",
    ),
    path("rates/", sales.rate_list, name="rate_list"),
]

# Assemblies, the plans they vote on, spending by exception, and the end of the year.
premium = "cooperatives/<slug:slug>/premium/"

urlpatterns += [
    path(f"{premium}assemblies/", assemblies.assembly_list, name="assembly_list"),
    path(f"{premium}assemblies/new/", assemblies.assembly_create, name="assembly_create"),
    path(
        f"{premium}assemblies/planned/new/", planned_assemblies.planned_assembly_create, name="planned_assembly_create"
    ),
    path(
        f"{premium}assemblies/planned/<int:pk>/",
        planned_assemblies.planned_assembly_update,
        name="planned_assembly_update",
    ),
    path(
        f"{premium}assemblies/planned/<int:pk>/cancel/",
        planned_assemblies.planned_assembly_cancel,
        name="planned_assembly_cancel",
    ),
    path(f"{premium}assemblies/<int:pk>/", assemblies.assembly_detail, name="assembly_detail"),
    path(f"{premium}assemblies/<int:pk>/papers/new/", assemblies.assembly_attach, name="assembly_attach"),
    path(f"{premium}papers/<uuid:pk>/", assemblies.assembly_file, name="assembly_file"),
    path(f"{premium}plans/", plans.plan_list, name="plan_list"),
    path(f"{premium}plans/new/", plans.plan_create, name="plan_create"),
    path(f"{premium}plans/<int:pk>/", plans.plan_detail, name="plan_detail"),
    path(f"{premium}plans/<int:pk>/amend/", plans.plan_amend, name="plan_amend"),
    path(f"{premium}plans/<int:pk>/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
    path(f"{premium}plans/<int:pk>/vote/", plans.plan_decide, name="plan_decide"),
    path(f"{premium}plans/<int:pk>/activities/new/", plans.plan_line_create, name="plan_line_create"),
    path(f"{premium}plan-lines/<int:pk>/", plans.plan_line_update, name="plan_line_update"),
    path(f"{premium}plan-lines/<int:pk>/delete/", plans.plan_line_delete, name="plan_line_delete"),
    path(f"{premium}plans/<int:pk>/exception/", plans.exception_create, name="exception_create"),
    path(f"{premium}activities/<int:pk>/ratify/", plans.exception_ratify, name="exception_ratify"),
    path(f"{premium}activities/<int:pk>/report/", closing.activity_report_update, name="activity_report_update"),
    path(f"{premium}plans/<int:pk>/close/", closing.year_close, name="year_close"),
]
