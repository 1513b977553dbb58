use super::{Doors, Expected, Facts, Known, Problem, Published, kind_of, read};
use chrono::{DateTime, Utc};
use proto::event::{AnswerType, Attendance, Country, EventKind, Form, WaitingMode, WaitingOrder};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use std::collections::BTreeMap;
use uuid::Uuid;

const WHOLE: &str = include_str!("../whole.toml");

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn organisation(slug: &str, required: &[Language], statement: &str) -> Organisation {
    Organisation {
        id: Uuid::nil(),
        revision: 1,
        slug: slug.to_owned(),
        name: Localised::from([(Language::Nn, slug)]),
        required_languages: required.to_vec(),
        sender: format!("post@{slug}.example"),
        accessibility_statement: statement.to_owned(),
        privacy_notice: "https://example.org/personvern".to_owned(),
        retention_days: 90,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

fn read_known(text: &str, published: Option<Published<'_>>) -> Result<Facts, Vec<Problem>> {
    let organisations: BTreeMap<String, Organisation> = [
        organisation("distriktssenteret", &[Language::Nn, Language::Nb], "https://example.org/tilgjenge"),
        organisation("bylivsenteret", &[Language::Nb], "https://example.org/tilgjenge"),
        organisation("utan-erklaering", &[], " "),
        organisation("svensk", &[Language::Sv], "https://example.org/tillganglighet"),
    ]
    .map(|organisation| (organisation.slug.clone(), organisation))
    .into();
    let known = Known { organisations: &organisations, published, now: at("2027-01-11T09:00:00Z") };
    let expected = if kind_of(text) == "conference" { &CONFERENCE } else { &WEBINAR };
    read(text, "torget.toml", &known, expected, |_, _, _| Some(())).map(|(facts, ())| facts)
}

const WEBINAR: Expected = Expected {
    kind: EventKind::Webinar,
    ways: &[("online", Attendance::Online), ("both", Attendance::Both)],
    meeting_needed: true,
    forms: false,
};

const CONFERENCE: Expected = Expected {
    kind: EventKind::Conference,
    ways: &[("in_person", Attendance::InPerson), ("online", Attendance::Online), ("both", Attendance::Both)],
    meeting_needed: false,
    forms: true,
};

#[test]
fn a_whole_file_is_read_as_it_stands() {
    let file = read_known(WHOLE, None).unwrap();
    let event = &file.event;
    assert_eq!(event.starts_at, at("2027-03-16T09:00:00Z"));
    assert_eq!(event.ends_at, at("2027-03-16T10:30:00Z"));
    assert_eq!(event.attendance, Attendance::Both);
    assert_eq!(event.title.get(Language::En), "The square as a workplace");
    assert_eq!(event.description.get(Language::Nn), "Første avsnitt.\n\nAndre avsnitt.");
    assert_eq!(event.reminders, [10_080, 1_440, 30]);
    assert!(!event.usual_reminders, "the file says them");
    assert_eq!(event.sign_up.opens_at, Some(at("2027-01-12T07:00:00Z")));
    assert_eq!(event.sign_up.closes_at, at("2027-03-15T11:00:00Z"));
    assert_eq!(event.sign_up.withdraw_until, at("2027-03-16T08:00:00Z"));
    assert_eq!(event.sign_up.waiting_list.mode, WaitingMode::Offer { working_hours: 16 });
    assert_eq!(event.sign_up.waiting_list.order, WaitingOrder::Fill);
    assert!(event.sign_up.approval);
    let closed = event.sign_up.closed.as_ref().unwrap();
    assert_eq!(
        (closed.listed, closed.domains.join(" ").as_str()),
        (true, "distriktssenteret.example *.kommune.example")
    );
    assert_eq!(event.whole().unwrap().capacity, Some(40));
    assert_eq!(event.choices().map(|pool| pool.capacity).collect::<Vec<_>>(), [Some(12)]);
    assert_eq!(file.pool_keys, ["", "verkstad"]);
    assert_eq!(file.doors, Doors { before_minutes: 20, after_minutes: 60 });
    assert_eq!(file.meeting_url, "https://mote.example.org/rom/torget");
    let asked: Vec<_> =
        event.sign_up.questions.iter().map(|q| (q.key.as_str(), q.delete_after_days, q.sensitive)).collect();
    assert_eq!(asked, [("rolle", 30, false), ("kommune", 90, false), ("alder", 90, false), ("behov", 14, true)]);
    assert_eq!(event.sign_up.questions[1].answer, AnswerType::Municipality { country: Country::Both });
    assert_eq!(file.cancelled, None);
}

#[test]
fn what_a_file_leaves_out_has_a_usual_value() {
    let text = without(&without(&without(WHOLE, "[doors]"), "[sign_up.waiting_list]"), "reminders =");
    let file =
        read_known(&text.replace("capacity = 40\n", "").replace("closes = 2027-03-15T12:00:00\n", ""), None).unwrap();
    assert_eq!(file.event.reminders, [10_080, 1_440, 60]);
    assert!(file.event.usual_reminders, "and the plan of the organisation counts");
    assert_eq!(file.doors, Doors { before_minutes: 15, after_minutes: 30 });
    assert_eq!(file.event.sign_up.waiting_list.mode, WaitingMode::Direct);
    assert_eq!(file.event.sign_up.closes_at, file.event.starts_at);
    assert_eq!(file.event.whole().unwrap().capacity, None);
}

/// The file without the line that begins so, or without the whole section when it is a heading.
fn without(text: &str, beginning: &str) -> String {
    let mut leaving = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with(beginning) {
            leaving = beginning.starts_with('[');
            continue;
        }
        leaving &= !line.starts_with('[');
        if !leaving {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// One thing is written differently in a whole file; exactly these problems follow, each on the line with this text.
fn check(from: &str, to: &str, expected: &[(&str, &str)]) {
    assert!(WHOLE.contains(from), "the whole file has no {from:?}");
    check_text(&WHOLE.replacen(from, to, 1), None, expected);
}

fn check_text(text: &str, published: Option<Published<'_>>, expected: &[(&str, &str)]) {
    let problems = read_known(text, published).expect_err("problems");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), expected.len(), "{told:#?}");
    for (problem, (line, sentence)) in problems.iter().zip(expected) {
        let stands = text.lines().position(|written| written.contains(line)).map(|at| at + 1);
        assert_eq!(Some(problem.line), stands, "{problem}");
        assert!(problem.sentence.contains(sentence), "{problem}\nshould say: {sentence}");
    }
}

/// What is written differently, how, and the lines with the problems that follow.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

#[test]
fn every_problem_is_told_with_its_line() {
    let bylivsenteret = "co_organisers = [\"bylivsenteret\"]";
    let start = "start = 2027-03-16T10:00:00";
    let mode = "mode = \"offer\"";
    let cases: &[Case] = &[
        // Names.
        ("slug = \"torget", "slug = \"Torget", &[("slug =", "cannot be a slug")]),
        ("slug = \"torget-som", "slug = \"torget--som", &[("slug =", "single hyphens")]),
        ("slug = \"torget-som-arbeidsplass\"\n", "", &[("organisation", "`slug` is missing")]),
        ("slug = \"torget-som-arbeidsplass\"", "slug = 7", &[("slug =", "must be a text, but is a whole number")]),
        ("series = \"liv-i", "series = \"liv i", &[("series =", "cannot name a series")]),
        ("\"distriktssenteret\"", "\"ukjend\"", &[("\"ukjend\"", "is not known: import it first")]),
        ("\"distriktssenteret\"", "\"utan-erklaering\"", &[("\"utan-", "no accessibility statement")]),
        (bylivsenteret, "co_organisers = [\"ukjend\"]", &[("co_org", "`ukjend` is not known: import it first")]),
        (bylivsenteret, "co_organisers = [\"distriktssenteret\"]", &[("co_org", "named more than once")]),
        // Keys.
        ("reminders =", "remindres =", &[("remindres", "not a key here; did you mean `reminders`?")]),
        ("party_limit = 5", "zzzzzzz = 5", &[("zzzzzzz", "known here are opens, closes")]),
        (
            "nn = \"Torget som",
            "no = \"Torget som",
            &[("[title]", "`title` is missing in Nynorsk (nn)"), ("no = \"Torget", "`no` in `title` is no language")],
        ),
        (
            "[title]\n",
            "",
            &[
                ("slug =", "`title` is missing"),
                ("nn = \"Torget", "`nn` is not a key here"),
                ("nb = \"Torget", "`nb` is not a key here"),
                ("en = \"The", "`en` is not a key here"),
            ],
        ),
        // Times.
        (start, "start = 2027-03-16T12:00:00", &[("end =", "`end` lies before `start`")]),
        (start, "start = 2027-03-28T02:30:00", &[("start =", "does not exist in Europe/Oslo")]),
        (start, "start = 2027-03-16T10:00:00Z", &[("start =", "without offset")]),
        (start, "start = 2027-03-16", &[("start =", "without offset")]),
        (start, "start = \"tysdag\"", &[("start =", "but is a text")]),
        ("Europe/Oslo", "Europe/Olso", &[("timezone", "`Europe/Olso` is no time zone")]),
        ("closes = 2027-03-15", "closes = 2027-03-17", &[("closes =", "after the end of the event")]),
        (
            "withdraw_until = 2027-03-16",
            "withdraw_until = 2027-03-17",
            &[("withdraw_until", "after the end of the event")],
        ),
        ("opens = 2027-01-12", "opens = 2027-03-15T12:00:00 #", &[("opens =", "before sign-up closes")]),
        ("reminders = [\"7d\"", "reminders = [\"0d\"", &[("reminders", "cannot be zero")]),
        ("reminders = [\"7d\"", "reminders = [\"1 veke\"", &[("reminders", "`1 veke` is no reminder")]),
        ("reminders = [\"7d\"", "reminders = [\"24h\"", &[("reminders", "`1d` is there already")]),
        ("open_before = \"20m\"", "open_before = \"2d\"", &[("open_before", "at most a day")]),
        // Ways in.
        ("https://mote", "http://mote", &[("meeting_url", "begins with https://")]),
        ("https://mote", "https://brukar:ord@mote", &[("meeting_url", "begins with https://")]),
        ("attendance = \"both\"", "attendance = \"heime\"", &[("attendance", "one of \"online\", \"both\"")]),
        ("attendance = \"both\"\n", "", &[("[venue]", "or take it out")]),
        (
            "[venue]\nnn = \"Biblioteket i Steinkjer\"\nnb = \"Biblioteket i Steinkjer\"\n",
            "",
            &[("slug =", "`venue` is missing")],
        ),
        ("kurs@distriktssenteret.example", "kurs", &[("email =", "`kurs` is no e-mail address")]),
        // Places.
        ("capacity = 40", "capacity = 0", &[("capacity = 0", "between 1 and")]),
        ("capacity = 40", "capacity = 40.5", &[("capacity = 40.5", "must be a whole number, but is a decimal")]),
        ("party_limit = 5", "party_limit = 21", &[("party_limit", "between 1 and 20")]),
        (
            mode,
            "mode = \"seinare\"",
            &[("mode =", "must be one of \"none\", \"direct\", \"offer\""), ("working_hours", "only with mode")],
        ),
        ("working_hours = 16\n", "", &[("[sign_up.waiting_list]", "`working_hours` is missing")]),
        (
            "capacity = 12\nstart",
            "capacity = 12\nstrat",
            &[("[[sign_up.choices]]", "`start` is missing beside `end`"), ("strat", "did you mean `start`?")],
        ),
        (
            "end = 2027-03-16T11:30:00\n[sign",
            "end = 2027-03-16T10:30:00\n[sign",
            &[("T10:30:00", "ends before it starts")],
        ),
        ("key = \"verkstad\"", "key = \"Verk stad\"", &[("Verk stad", "cannot be a key")]),
        // Questions.
        ("key = \"kommune\"", "key = \"email\"", &[("\"email\"", "every form has it already")]),
        ("type = \"municipality\"", "type = \"kommune\"", &[("type = \"kommune\"", "must be one of \"text\"")]),
        ("max = 120", "max = 12", &[("max = 12", "less than `min`")]),
        ("min = 13", "country = \"no\"", &[("country = \"no\"", "`country` is not a key here")]),
        (
            "value = \"tilsett\"",
            "value = \"folkevald\"",
            &[("nn = \"Tilsett\"", "has the value `folkevald` already"), ("only_if", "`tilsett` is no answer")],
        ),
        ("question = \"rolle\"", "question = \"rollo\"", &[("only_if", "no question has that key")]),
        ("question = \"rolle\"", "question = \"alder\"", &[("only_if", "must be asked earlier")]),
        (
            "[\"folkevald\", \"tilsett\"]",
            "[\"folkevald\", \"gjest\"]",
            &[("only_if", "possible are folkevald, tilsett")],
        ),
        ("[\"folkevald\", \"tilsett\"]", "[]", &[("only_if", "would never be asked")]),
        ("delete_after_days = 30", "delete_after_days = 91", &[("= 91", "keeps nothing longer than 90")]),
        ("autocomplete = \"off\"", "autocomplete = \"bday\"", &[("bday", "must be one of off")]),
        // Languages.
        (
            "nb = \"Et avsnitt.\"\n",
            "",
            &[("[description]", "missing in Bokmål (nb), which `distriktssenteret` requires (Språklova § 14)")],
        ),
        ("nb = \"Hva er rollen din?\"", "nb = \"\"", &[("Kva er rolla", "`rolle.label` is missing in Bokmål")]),
        // Cancelling.
        ("slug =", "cancelled = true\nslug =", &[("cancelled", "has not been published")]),
        (
            "[contact]",
            "[cancel_reason]\nnn = \"x\"\nnb = \"x\"\n[contact]",
            &[("[cancel_reason]", "`cancelled` is not true")],
        ),
    ];
    for (from, to, expected) in cases {
        check(from, to, expected);
    }
}

#[test]
fn a_question_is_told_apart_from_its_neighbours() {
    let doubled = WHOLE.replacen("key = \"kommune\"", "key = \"rolle\" # to", 1);
    check_text(&doubled, None, &[("# to", "another question has the key `rolle` already")]);
    let purposeless = WHOLE.replacen("purpose = { nn = \"For teljinga.\"", "hint = { nn = \"For teljinga.\"", 1);
    let problems = read_known(&purposeless, None).unwrap_err();
    let alder = WHOLE.lines().position(|line| line.contains("key = \"alder\"")).unwrap();
    assert_eq!(problems.len(), 1);
    // The heading of the question stands on the line before its key.
    assert_eq!((problems[0].line, problems[0].column), (alder, 1));
    assert!(problems[0].sentence.contains("`alder` has no `purpose`"), "{}", problems[0]);
}

#[test]
fn all_problems_are_told_at_once_and_in_order() {
    let text = WHOLE
        .replacen("timezone = \"Europe/Oslo\"", "timezone = \"Mars/Olympus\"", 1)
        .replacen("capacity = 40", "capacity = 0", 1)
        .replacen("nb = \"Et avsnitt.\"", "", 1)
        .replacen("type = \"number\"", "type = \"tal\"", 1);
    let problems = read_known(&text, None).unwrap_err();
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert!(lines.is_sorted() && problems.len() >= 4, "{problems:#?}");
    assert!(problems[0].to_string().starts_with("torget.toml:7:1: "), "{}", problems[0]);
}

#[test]
fn a_broken_file_is_told_in_its_own_words() {
    let text = WHOLE.replacen("slug = \"torget-som-arbeidsplass\"", "slug = \"torget", 1).replacen(
        "capacity = 40",
        "capacity = 40\ncapacity = 41",
        1,
    );
    let problems = read_known(&text, None).unwrap_err();
    assert_eq!(problems[0].line, 1);
    assert!(problems.iter().all(|problem| problem.sentence.starts_with("cannot be read as TOML")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.line > 40), "{problems:#?}");
}

#[test]
fn a_meeting_address_is_not_repeated_in_a_problem() {
    let problems =
        read_known(&WHOLE.replacen("https://mote.example.org", "http://hemmeleg.example.org", 1), None).unwrap_err();
    assert!(problems.iter().all(|problem| !problem.sentence.contains("hemmeleg")), "{problems:#?}");
}

#[test]
fn a_slug_belongs_to_one_organisation_and_a_cancelled_webinar_stays_so() {
    let other = Published { organisation: "bylivsenteret", cancelled: false };
    check_text(WHOLE, Some(other), &[("slug =", "belongs to a webinar of `bylivsenteret` already")]);
    let cancelled = Published { organisation: "distriktssenteret", cancelled: true };
    check_text(WHOLE, Some(cancelled), &[("slug =", "cannot be taken back")]);
    let same = Published { organisation: "distriktssenteret", cancelled: false };
    let file = read_known(&format!("cancelled = true\n{WHOLE}"), Some(same)).unwrap();
    assert_eq!(file.cancelled.unwrap().reason, None);
}

#[test]
fn only_what_lies_ahead_is_published_but_what_was_can_be_corrected() {
    let past = WHOLE.replace("2027-03-1", "2026-03-1").replace("opens = 2027-01-12", "opens = 2026-01-12");
    check_text(&past, None, &[("end =", "is over already")]);
    assert!(read_known(&past, Some(Published { organisation: "distriktssenteret", cancelled: false })).is_ok());
}

/// The whole file as that of a conference, with these forms of attendance.
fn conference(attendance: &str, forms: &str) -> String {
    let heading = "[sign_up.waiting_list]";
    format!("kind = \"conference\"\n{WHOLE}")
        .replacen("attendance = \"both\"", attendance, 1)
        .replacen("capacity = 40\n", "choose_again_working_hours = 24\n", 1)
        .replacen(heading, &format!("{forms}\n{heading}"), 1)
}

const IN_PERSON: &str = r#"
[[sign_up.forms]]
form = "in_person"
capacity = 200
[sign_up.forms.label]
nn = "I Narvik"
nb = "I Narvik"
[sign_up.forms.price]
nn = "1 200 kroner"
nb = "1 200 kroner"
"#;
const ONLINE: &str = r#"
[[sign_up.forms]]
form = "online"
label = { nn = "På nett", nb = "På nett" }
hint = { nn = "Fellesøktene blir sende.", nb = "Fellesøktene sendes." }
"#;

#[test]
fn each_form_of_attendance_has_places_of_its_own() {
    let file = read_known(&conference("attendance = \"both\"", &format!("{IN_PERSON}{ONLINE}")), None).unwrap();
    assert_eq!(file.event.kind, EventKind::Conference);
    assert_eq!(file.event.sign_up.choose_again_working_hours, Some(24));
    assert_eq!(file.pool_keys, ["form in_person", "form online", "verkstad"]);
    let forms: Vec<_> = file.event.sign_up.pools.iter().map(|pool| (pool.whole, pool.form, pool.capacity)).collect();
    assert_eq!(forms[..2], [(true, Some(Form::InPerson), Some(200)), (true, Some(Form::Online), None)]);
    assert_eq!(file.event.sign_up.pools[0].price.as_ref().unwrap().get(Language::Nn), "1 200 kroner");
    let online = conference("attendance = \"online\"", ONLINE)
        .replace("[venue]\nnn = \"Biblioteket i Steinkjer\"\nnb = \"Biblioteket i Steinkjer\"\n", "");
    let online = read_known(&online, None).unwrap();
    assert_eq!(online.pool_keys[0], "form online", "a form keeps its key when it is the only one");
}

#[test]
fn a_conference_is_in_person_and_has_no_meeting_unless_its_file_says_so() {
    let text = conference("", "").replace("meeting_url", "# meeting_url");
    let file = read_known(&text, None).unwrap();
    assert_eq!((file.event.attendance, file.meeting_url.as_str()), (Attendance::InPerson, ""));
    assert_eq!(file.pool_keys[0], "");
}

#[test]
fn forms_that_do_not_fit_are_told() {
    let both = "attendance = \"both\"";
    check_text(&conference(both, IN_PERSON), None, &[("[[sign_up.forms]]", "both forms must be there")]);
    let twice = format!("{ONLINE}{}", ONLINE.replace("\"online\"", "\"online\" # att"));
    check_text(&conference(both, &twice), None, &[("# att", "is there already")]);
    let alone = conference("attendance = \"in_person\"", ONLINE);
    check_text(&alone, None, &[("form = \"online\"", "does not let people take part online")]);
    let doubled = conference(both, &format!("{IN_PERSON}{ONLINE}")).replace("party_limit", "capacity = 9\nparty_limit");
    check_text(&doubled, None, &[("capacity = 9", "each of the forms")]);
    let webinar = WHOLE.replacen("[sign_up.price]", &format!("{ONLINE}[sign_up.price]"), 1);
    check_text(&webinar, None, &[("[[sign_up.forms]]", "`forms` is not a key here")]);
    check_text(&WHOLE.replacen("slug =", "kind = \"samling\"\nslug =", 1), None, &[("kind =", "must be one of")]);
}
