"""Who may do what: every address of the portal × method × group. An address missing here fails the test run.

A cell says whose things a group reaches through an address:
    own      what is one's own           office   of a colleague in an office one manages
    other    of someone elsewhere        allow    anyone's, or an address that concerns nobody in particular
    deny     nobody's: guests are asked to sign in, others get 403, 404 or 405
Several words are joined by +. On an address without an object the words say whose names its answer may hold.
A method that a row does not name is denied to everyone. Wagtail's and allauth's addresses are told by prefix below.
"""

GROUPS = ("guest", "specialist", "manager", "approver", "editor", "moderator", "reviewer", "analyst", "administrator")


def only(**cells):
    return dict.fromkeys(GROUPS, "deny") | cells


def signed_in(cell):
    return dict.fromkeys(GROUPS, cell) | {"guest": "deny"}


EVERYONE = dict.fromkeys(GROUPS, "allow")
MINE = signed_in("own")
PLANS = signed_in("own") | {"manager": "own+office"}  # of the person and of who manages the employer
TO_THE_BUTTON = signed_in("allow")  # who comes by address is led to the page of the button, which asks again
DECIDERS = only(manager="office", approver="office", reviewer="other")
CORRECTORS = only(manager="office", approver="office", reviewer="office+other")  # a reviewer looks afterwards
ANALYSTS = only(analyst="allow", administrator="allow")

POLICY = {
    # the house
    "livez": {"GET": EVERYONE},
    "readyz": {"GET": EVERYONE},
    "robots": {"GET": EVERYONE},
    "sitemap": {"GET": EVERYONE, "POST": EVERYONE},  # Wagtail's view does not mind
    # pages: a short address of each, and what sharing shows
    "pages:short": {"GET": EVERYONE},
    "pages:picture": {"GET": EVERYONE},
    # the podcast, as apps take it
    "podcasts:feed": {"GET": EVERYONE},
    "podcasts:transcript": {"GET": EVERYONE},
    "podcasts:chapters": {"GET": EVERYONE},
    "section_feed": {"GET": EVERYONE, "POST": EVERYONE},  # Django's feeds do not mind
    # publications: what readers and harvesters take along; a reference of another's page is no secret
    "publications:oai": {"GET": EVERYONE, "POST": EVERYONE},
    "publications:cite": {"GET": EVERYONE},
    "publications:cite_volume": {"GET": EVERYONE},
    "publications:epub": {"GET": EVERYONE},
    # people
    "account_profile": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    # the address of a mail is its own key
    "stop_mails": {"GET": EVERYONE, "POST": EVERYONE},
    # a learner's own
    "lms:home": {"GET": signed_in("allow")},
    "lms:year": {"GET": signed_in("allow")},
    "lms:plan": {"GET": signed_in("allow")},
    # development plans: the person's and their managers'
    "lms:development_plan": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:add_plan_item": {"GET": PLANS, "POST": PLANS},
    "lms:plan_item": {"GET": PLANS, "POST": PLANS},
    "lms:remove_plan_item": {"POST": PLANS},
    "lms:agree_to_plan": {"POST": PLANS},
    "lms:plan_pdf": {"GET": PLANS},
    "lms:ask_exemption": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:employments": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:statements": {"GET": signed_in("allow")},
    "lms:statement": {"GET": signed_in("allow")},
    "lms:request_statement": {"POST": signed_in("allow")},
    "lms:make_audit_link": {"POST": MINE},
    "lms:withdraw_audit_link": {"POST": MINE},
    "lms:submit": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:describe": {"GET": MINE, "POST": MINE},
    "lms:outside": {"GET": MINE, "POST": MINE},
    "lms:withdraw": {"POST": MINE},
    "lms:request_employer": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:notices": {"GET": signed_in("allow"), "POST": signed_in("allow")},
    "lms:end_employment": {"GET": MINE, "POST": MINE},
    "lms:ask_absence": {"GET": MINE, "POST": MINE},
    "lms:accept_invitation": {"POST": MINE},
    "lms:decline_invitation": {"POST": MINE},
    # a course: anyone may begin, only who is enrolled goes on
    "lms:start": {"GET": signed_in("allow")},
    "lms:enrol": {"GET": TO_THE_BUTTON, "POST": signed_in("allow")},
    "lms:resume": {"GET": MINE},
    "lms:leave": {"GET": MINE, "POST": MINE},
    "lms:finish": {"GET": MINE},
    "lms:lesson": {"GET": MINE},
    "lms:complete": {"GET": TO_THE_BUTTON, "POST": MINE},
    "lms:quiz": {"GET": MINE},
    "lms:start_attempt": {"GET": TO_THE_BUTTON, "POST": MINE},
    "lms:submit_attempt": {"GET": TO_THE_BUTTON, "POST": MINE},
    # certificates: the code is the key, as it stands on the paper
    "compliance:check": {"GET": EVERYONE},
    "compliance:verify": {"GET": EVERYONE},
    "compliance:certificate": {"GET": MINE},
    # year statements: their data for their owner, and for an auditor by a link
    "compliance:facts": {"GET": MINE},
    "compliance:signature": {"GET": MINE},
    "compliance:audit": {"GET": EVERYONE},
    "compliance:audit_pdf": {"GET": EVERYONE},
    "compliance:audit_facts": {"GET": EVERYONE},
    "compliance:audit_signature": {"GET": EVERYONE},
    "compliance:keys": {"GET": EVERYONE},
    "compliance:key": {"GET": EVERYONE},
    "compliance:document": {"GET": MINE},
    # the search: what anyone may find
    "search:search": {"GET": EVERYONE},
    "search_api": {"GET": EVERYONE},
    "search_suggestions": {"GET": EVERYONE},
    "opensearch": {"GET": EVERYONE},
    # the dictionary
    "glossary:term": {"GET": EVERYONE},
    "glossary:explanation": {"GET": EVERYONE},
    "glossary:term_json": {"GET": EVERYONE},
    "glossary:download": {"GET": EVERYONE},
    # an office: its manager; where there is none, the administrator
    "offices:staff": {"GET": only(manager="own+office")},
    "offices:staff_csv": {"GET": only(manager="own+office")},
    "offices:staff_xlsx": {"GET": only(manager="own+office")},
    "offices:report_pdf": {"GET": only(manager="own+office")},
    "offices:entries_csv": {"GET": only(manager="own+office")},
    "offices:entries_xlsx": {"GET": only(manager="own+office")},
    "offices:extract_pdf": {"GET": only(manager="own+office")},
    "offices:extract_csv": {"GET": only(manager="own+office")},
    "offices:planner": {"GET": only(manager="own+office"), "POST": only(manager="own+office")},
    "offices:assign_planned": {"GET": only(manager="own+office"), "POST": only(manager="own+office")},
    "offices:development_plan": {"GET": only(manager="own+office"), "POST": only(manager="own+office")},
    "offices:years": {"GET": only(manager="allow")},
    "offices:annual": {"GET": only(manager="allow")},
    "offices:annual_csv": {"GET": only(manager="allow")},
    "offices:annual_xlsx": {"GET": only(manager="allow")},
    "offices:person": {"GET": only(manager="own+office")},
    "offices:invite": {"GET": only(manager="allow"), "POST": only(manager="allow")},
    "offices:remind": {"GET": only(manager="own+office"), "POST": only(manager="own+office")},
    "offices:assignments": {"GET": only(manager="own+office")},
    "offices:assign": {"GET": only(manager="allow"), "POST": only(manager="allow")},
    "offices:withdraw": {"POST": only(manager="own+office")},
    "offices:confirm": {"POST": only(manager="office", administrator="other")},
    "offices:correct": {
        "GET": only(manager="office", administrator="other"),
        "POST": only(manager="office", administrator="other"),
    },
    "offices:reject": {
        "GET": only(manager="office", administrator="other"),
        "POST": only(manager="office", administrator="other"),
    },
    "offices:end": {
        "GET": only(manager="office", administrator="other"),
        "POST": only(manager="office", administrator="other"),
    },
    # lists from files; of those of other systems, which are the administrator's, tells tests/offices/test_imports.py
    "offices:imports": {
        "GET": only(manager="own+office", administrator="allow"),
        "POST": only(manager="own+office", administrator="allow"),
    },
    "offices:import_template_xlsx": {"GET": only(manager="allow", administrator="allow")},
    "offices:import_template_csv": {"GET": only(manager="allow", administrator="allow")},
    "offices:import_run": {"GET": only(manager="own+office")},
    "offices:import_errors": {"GET": only(manager="own+office")},
    "offices:import_confirm": {"POST": only(manager="own")},
    "offices:import_abandon": {"POST": only(manager="own")},
    "offices:record_absence": {
        "GET": only(manager="office", administrator="other"),
        "POST": only(manager="office", administrator="other"),
    },
    "offices:withdraw_absence": {"POST": only(manager="office", administrator="other")},
    "offices:confirm_absence": {"POST": only(manager="office", administrator="other")},
    "offices:decline_absence": {"POST": only(manager="office", administrator="other")},
    "offices:ask_exemption": {"GET": only(manager="office"), "POST": only(manager="office")},
    # exemptions: the reviewer decides about everyone else's
    "offices:exemptions": {"GET": only(reviewer="office+other")},
    "offices:decide_exemption": {
        "GET": only(reviewer="office+other"),
        "POST": only(reviewer="office+other"),
    },
    "offices:unmanaged": {"GET": only(administrator="other"), "POST": only(administrator="other")},
    # certificates from elsewhere: of an office its manager and approver, of the rest the reviewer
    "offices:approvers": {"GET": only(manager="own+office"), "POST": only(manager="own+office")},
    "offices:end_approver": {"POST": only(manager="own+office")},
    "offices:submit_for": {"GET": only(manager="office"), "POST": only(manager="office")},
    "offices:describe_for": {"GET": only(manager="office"), "POST": only(manager="office")},
    "offices:queue": {"GET": DECIDERS},
    "offices:approve_all": {"POST": DECIDERS},
    "offices:certificate": {"GET": DECIDERS, "POST": DECIDERS},
    "offices:correct_certificate": {"GET": CORRECTORS, "POST": CORRECTORS},
    "offices:sample": {"GET": only(reviewer="office+other")},
    "offices:mark_seen": {"POST": only(reviewer="office+other")},
    # the ministry: figures, never names
    "offices:totals": {"GET": ANALYSTS},
    "offices:totals_csv": {"GET": ANALYSTS},
    "offices:totals_xlsx": {"GET": ANALYSTS},
    # norms: what they would change is shown in numbers
    "offices:rules": {"GET": ANALYSTS},
    "offices:enact_rule": {"GET": ANALYSTS, "POST": ANALYSTS},
    "offices:replace_rule": {"GET": ANALYSTS, "POST": ANALYSTS},
    "offices:withdraw_rule": {"GET": ANALYSTS, "POST": ANALYSTS},
    "offices:employers": {"GET": ANALYSTS},
    "offices:employers_csv": {"GET": ANALYSTS},
    "offices:employers_xlsx": {"GET": ANALYSTS},
}

# Wagtail's admin, whatever the name: these groups get in; what each may do there is Wagtail's own permission.
CMS_PREFIX = "/cms/"
CMS_GROUPS = {"editor", "moderator", "administrator"}
CMS_OPEN = {
    # doors that lead to the portal's own sign-in, and files of the interface that hold no data
    "/cms/login/",
    "/cms/password_reset/",
    "/cms/sprite/",
    "/cms/jsi18n/",
}
CMS_BREAKS_ON_PURPOSE = {"/cms/failwhale/"}

# allauth: what a guest may open; the rest of its addresses ask for sign-in.
ACCOUNTS_PREFIX = "/accounts/"

# Wagtail's public addresses: pages are tried by type and state, documents and media answer to nobody who lacks the file.
SERVED = {"wagtail_serve", "media", "wagtaildocs_serve", "wagtaildocs_authenticate_with_password", "wagtailcore_login",
          "wagtailcore_authenticate_with_password"}  # fmt: skip
