"""Pages of certification."""

from django.urls import path

from certification.views import assessments, audits, dates, files, findings, readiness
from certification.views import path as paths

app_name = "certification"

urlpatterns = []

# The files of a co-op, the path of the candidates, non-conformities and their corrective measures.
certification = "cooperatives/<slug:slug>/certification/"
finding = f"{certification}non-conformities/"

urlpatterns += [
    path(certification, files.file_list, name="file_list"),
    path(f"{certification}new/", files.file_create, name="file_create"),
    path(f"{certification}<int:pk>/", files.file_detail, name="file_detail"),
    path(f"{certification}<int:pk>/move/", files.file_move, name="file_move"),
    path(f"{certification}<int:pk>/version/", files.file_version, name="file_version"),
    path(f"{certification}<int:pk>/certificates/new/", files.certificate_create, name="certificate_create"),
    path(f"{certification}<int:pk>/permission/new/", files.permission_grant, name="permission_grant"),
    path(f"{certification}permissions/<int:pk>/end/", files.permission_end, name="permission_end"),
    path(f"{certification}<int:pk>/papers/new/", files.paper_create, name="paper_create"),
    path("certification/papers/<uuid:pk>/", files.attachment_file, name="attachment_file"),
    path("path/", paths.candidate_path, name="candidate_path"),
    path("corrective-measures/", findings.measure_board, name="measure_board"),
    path(finding, findings.non_conformity_list, name="non_conformity_list"),
    path(
        f"{certification}<int:pk>/non-conformities/new/", findings.non_conformity_create, name="non_conformity_create"
    ),
    path(f"{finding}<int:pk>/", findings.non_conformity_detail, name="non_conformity_detail"),
    path(f"{finding}<int:pk>/propose/", findings.measure_propose, name="measure_propose"),
    path(f"{finding}<int:pk>/submit/", findings.measure_submit, name="measure_submit"),
    path(f"{finding}<int:pk>/return/", findings.measure_return, name="measure_return"),
    path(f"{finding}<int:pk>/verify/", findings.measure_verify, name="measure_verify"),
    path(f"{finding}<int:pk>/extend/", findings.measure_extend, name="measure_extend"),
    path(f"{finding}<int:pk>/close/", findings.non_conformity_close, name="non_conformity_close"),
    path(f"{finding}<int:pk>/void/", findings.non_conformity_void, name="non_conformity_void"),
]

# Audits and self-assessments, the readiness of a file, and how two assessments differ.
base = "cooperatives/<slug:slug>/certification/"
row = f"{base}assessments/<int:pk>/"

urlpatterns += [
    path(f"{base}assessments/", assessments.assessment_list, name="assessment_list"),
    path(row, assessments.assessment_detail, name="assessment_detail"),
    path(f"{row}sections/<int:section>/", assessments.assessment_section, name="assessment_section"),
    path(f"{base}files/<int:pk>/self-assessment/", assessments.assessment_start, name="assessment_start"),
    path(f"{row}submit/", assessments.assessment_submit, name="assessment_submit"),
    path(f"{row}return/", assessments.assessment_return, name="assessment_return"),
    path(f"{row}review/", assessments.assessment_review, name="assessment_review"),
    path(f"{row}cancel/", assessments.assessment_cancel, name="assessment_cancel"),
    path(f"{row}compare/", readiness.assessment_compare, name="assessment_compare"),
    path(f"{base}files/<int:pk>/audits/new/", audits.audit_create, name="audit_create"),
    path(f"{base}audits/<int:pk>/edit/", audits.audit_update, name="audit_update"),
    path(f"{base}audits/<int:pk>/start/", audits.audit_start, name="audit_start"),
    path(f"{base}audits/<int:pk>/close/", audits.audit_close, name="audit_close"),
    path(f"{base}audits/<int:pk>/cancel/", audits.audit_cancel, name="audit_cancel"),
    path(f"{base}files/<int:pk>/readiness/", readiness.readiness, name="readiness"),
]

# The calendar, and reminders of it by mail.
urlpatterns += [
    path("certification/dates/", dates.dates, name="dates"),
    path("certification/reminders/", dates.reminders, name="reminders"),
    path("cooperatives/<slug:slug>/certification/dates/", dates.cooperative_dates, name="cooperative_dates"),
]
