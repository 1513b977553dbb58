//! A draft as the event file that says the same, so that it is judged and taken in as every file is.

use crate::clock::clock;
use crate::draft::{Choice, Day, Draft, ROLES, Step};
use crate::form::library::Ready;
use crate::form::question::{Kind, Offered, Question};
use crate::form::wanting::{days, limit};
use crate::missing::{Missing, Place, number, places};
use chrono::NaiveTime;
use event_file::Problem;
use proto::event::{Country, EventKind};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use text::Text;

/// The file, and which field each line of it comes from.
pub(crate) struct Filed {
    pub(crate) text: String,
    lines: Vec<Place>,
}

impl Filed {
    fn line(&mut self, place: Place, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(place);
    }

    /// Where what is wrong with the file is put right.
    pub(crate) fn blamed(&self, problems: &[Problem]) -> Vec<Missing> {
        let mut places: Vec<Place> = Vec::new();
        for problem in problems {
            let place = self.lines.get(problem.line.saturating_sub(1)).copied().unwrap_or(NOWHERE);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let blamed = |place: Place| match place.field {
            // What only the judge sees: how many members there are, and who was invited before.
            "seats" => Missing::SeatsAbovePlaces,
            "network" => Missing::NetworkStays,
            _ => Missing::Refused(place),
        };
        places.into_iter().map(blamed).collect()
    }
}

/// How many days a programme begins with at most.
const MOST_DAYS: usize = 14;
const USUAL_OPENING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine in the morning");
const USUAL_CLOSING: NaiveTime = NaiveTime::from_hms_opt(17, 0, 0).expect("five in the afternoon");

const NOWHERE: Place = Place { step: None, question: None, field: "", language: None };

const fn of(step: Step, field: &'static str) -> Place {
    Place { step: Some(step), question: None, field, language: None }
}

/// Writes it. What is not there, or cannot be read, is left out; the file says then that it is missing.
pub(crate) fn filed(draft: &Draft, kind: EventKind, slug: &str, organisation: &Organisation, words: &Text) -> Filed {
    let mut file = Filed { text: String::new(), lines: Vec::new() };
    file.line(NOWHERE, &format!("kind = {}", quoted(kind.word())));
    file.line(NOWHERE, &format!("slug = {}", quoted(slug)));
    file.line(NOWHERE, &format!("organisation = {}", quoted(&organisation.slug)));
    let long = [("title", &draft.title), ("summary", &draft.summary), ("description", &draft.description)];
    for (field, text) in long {
        let first = organisation.required_languages.first().copied().unwrap_or(Language::Nn);
        let place = Place { language: Some(first), ..of(Step::Texts, field) };
        file.line(place, &format!("{field} = {}", texts(text)));
    }
    let last = draft.last(kind).unwrap_or(&draft.day);
    for (key, field, day, typed) in [("start", "starts", &draft.day, &draft.starts), ("end", "ends", last, &draft.ends)]
    {
        if let Some(moment) = moment(day, typed) {
            file.line(of(Step::Time, field), &format!("{key} = {moment}"));
        }
    }
    file.line(of(Step::Time, "timezone"), &format!("timezone = {}", quoted(&draft.timezone)));
    way(&mut file, draft, kind);
    if kind == EventKind::Gathering {
        let network = format!("network = {}", quoted(&draft.network));
        let line = if draft.network.is_empty() { "# No network: open to all." } else { network.as_str() };
        file.line(of(Step::Invited, "network"), line);
    }
    file.line(of(Step::SignUp, "contact_name"), "[contact]");
    let contact = [
        ("name", "contact_name", &draft.contact_name),
        ("email", "contact_email", &draft.contact_email),
        ("phone", "contact_phone", &draft.contact_phone),
    ];
    for (key, field, typed) in contact.into_iter().filter(|(_, _, typed)| !typed.is_empty()) {
        file.line(of(Step::SignUp, field), &format!("{key} = {}", quoted(typed)));
    }
    file.line(of(Step::SignUp, "capacity"), "[sign_up]");
    let online = places(&draft.online_capacity);
    // At a conference without any limit nobody is asked.
    let limited = (online, places(&draft.capacity)) != (None, None);
    if draft.has_forms(kind) && (limited || kind == EventKind::Webinar) {
        let limit = |places: Option<u32>| places.map(|places| format!(", capacity = {places}")).unwrap_or_default();
        let form = |form: &str, places| {
            let label = texts(&labelled(form, &organisation.required_languages, words));
            format!("{{ form = {}, label = {label}{} }}", quoted(form), limit(places))
        };
        let (here, there) = (form("in_person", places(&draft.capacity)), form("online", online));
        file.line(of(Step::SignUp, "capacity"), &format!("forms = [{here}, {there}]"));
    } else if let Some(capacity) = places(&draft.capacity) {
        file.line(of(Step::SignUp, "capacity"), &format!("capacity = {capacity}"));
    }
    if let Some(closes) = moment(&draft.closes, &draft.closes_at) {
        file.line(of(Step::SignUp, "closes"), &format!("closes = {closes}"));
    }
    for (field, line) in draft.policies.filed(texts) {
        let language = if field == "price" { draft.policies.price.0.keys().next().copied() } else { None };
        file.line(Place { language, ..of(Step::Policies, field) }, &line);
    }
    if kind != EventKind::Webinar {
        draft.choices.iter().for_each(|one| choice(&mut file, one));
    }
    if kind == EventKind::Gathering && !draft.network.is_empty() {
        delegations(&mut file, draft);
    }
    for (number, asked) in draft.form.iter().enumerate() {
        question(&mut file, number, asked);
    }
    if kind == EventKind::Conference {
        programme(&mut file, draft);
    }
    file
}

/// How people take part, and where.
fn way(file: &mut Filed, draft: &Draft, kind: EventKind) {
    let place = Place { language: draft.venue.0.keys().next().copied(), ..of(Step::Time, "venue") };
    let venue = format!("venue = {}", texts(&draft.venue));
    let attendance = match (kind, draft.attendance.as_str()) {
        (EventKind::Webinar, _) if draft.venue.is_empty() => None,
        (EventKind::Webinar, _) => Some("both"),
        (_, "online") => Some("online"),
        (EventKind::Conference, "both") => Some("both"),
        _ => Some("in_person"),
    };
    if let Some(attendance) = attendance {
        file.line(of(Step::Time, "attendance"), &format!("attendance = {}", quoted(attendance)));
    }
    if attendance.is_some_and(|way| way != "online") && !draft.venue.is_empty() {
        file.line(place, &venue);
    }
    let meeting = of(Step::Time, "meeting_url");
    match (kind, draft.meeting_url.as_str()) {
        (EventKind::Webinar, "") => file.line(meeting, "meeting_room = true"),
        (EventKind::Gathering, _) | (EventKind::Conference, "") => {}
        (_, url) => file.line(meeting, &format!("meeting_url = {}", quoted(url))),
    }
}

fn choice(file: &mut Filed, choice: &Choice) {
    let place = of(Step::Choices, "choice-1-places");
    file.line(place, "[[sign_up.choices]]");
    file.line(place, &format!("key = {}", quoted(&choice.key)));
    file.line(place, &format!("label = {}", texts(&choice.label)));
    if let Some(capacity) = places(&choice.capacity) {
        file.line(place, &format!("capacity = {capacity}"));
    }
}

fn delegations(file: &mut Filed, draft: &Draft) {
    let seats = of(Step::Invited, "seats");
    file.line(seats, "[delegations]");
    if let Some(number) = number(&draft.seats, 1, u32::MAX) {
        file.line(seats, &format!("seats = {number}"));
    }
    if let Some(extra) = number(&draft.extra, 0, u32::MAX) {
        file.line(of(Step::Invited, "extra"), &format!("extra = {extra}"));
    }
    let mix = if draft.mix == "duty" { "duty" } else { "advice" };
    file.line(of(Step::Invited, "mix"), &format!("mix = {}", quoted(mix)));
    for (key, field, roles) in [("at_least", "least_elected", &draft.least), ("at_most", "most_elected", &draft.most)] {
        let one = |role: &str| Some(format!("{role} = {}", number(roles.get(role)?, 0, u32::MAX)?));
        let each: Vec<String> = ROLES.into_iter().filter_map(one).collect();
        if !each.is_empty() {
            file.line(of(Step::Invited, field), &format!("{key} = {{ {} }}", each.join(", ")));
        }
    }
    if let Some(release) = draft.release.date() {
        file.line(of(Step::Invited, "release"), &format!("release = {release}"));
    }
    if let Some(days) = number(&draft.answer_days, 1, u32::MAX) {
        file.line(of(Step::Invited, "answer_days"), &format!("answer_days = {days}"));
    }
}

/// The days and the first room, for the programme to begin with.
fn programme(file: &mut Filed, draft: &Draft) {
    let (Some(first), Some(opens), Some(closes)) = (draft.day.date(), clock(&draft.starts), clock(&draft.ends)) else {
        return;
    };
    let place = of(Step::Time, "day");
    file.line(place, "[programme]");
    let last = draft.last(EventKind::Conference).and_then(Day::date).unwrap_or(first);
    let whole = last > first;
    for day in first.iter_days().take_while(|day| *day <= last).take(MOST_DAYS) {
        // Where there are several days, nobody has said yet when those between begin and end.
        let opens = if day == first || opens < closes { opens } else { USUAL_OPENING };
        let closes = if whole && day != last { closes.max(USUAL_CLOSING) } else { closes };
        if opens < closes {
            file.line(place, "[[programme.days]]");
            file.line(place, &format!("date = {day}"));
            file.line(place, &format!("opens = {}", opens.format("%H:%M:%S")));
            file.line(place, &format!("closes = {}", closes.format("%H:%M:%S")));
        }
    }
    if draft.attendance != "online" && !draft.venue.is_empty() {
        let place = Place { language: draft.venue.0.keys().next().copied(), ..of(Step::Time, "venue") };
        file.line(place, "[[programme.venues]]");
        file.line(place, "key = \"venue\"");
        file.line(place, &format!("name = {}", texts(&draft.venue)));
        if !draft.room.is_empty() {
            let room = Place { language: draft.room.0.keys().next().copied(), ..of(Step::Time, "room") };
            file.line(room, &format!("rooms = [{{ key = \"room\", name = {} }}]", texts(&draft.room)));
        }
    }
}

/// A form of attendance in words, in the languages that must exist.
fn labelled(form: &str, required: &[Language], words: &Text) -> Localised {
    let languages = if required.is_empty() { &Language::ALL[..1] } else { required };
    let key = if form == "online" { "drafting-attendance-online" } else { "drafting-attendance-in_person" };
    Localised(languages.iter().map(|language| (*language, words.word(*language, key, &[]))).collect())
}

fn question(file: &mut Filed, number: usize, asked: &Question) {
    let place = Place { question: Some(number), ..of(Step::Questions, "label") };
    let mut line = |line: &str| file.line(place, line);
    line("[[questions]]");
    line(&format!("key = {}", quoted(&asked.key)));
    line(&format!("type = {}", quoted(asked.kind.word())));
    line(&format!("required = {}", asked.required));
    line(&format!("sensitive = {}", asked.sensitive));
    if let Some(days) = days(&asked.days) {
        line(&format!("delete_after_days = {days}"));
    }
    line(&format!("autocomplete = {}", quoted(&asked.autocomplete)));
    line(&format!("label = {}", texts(&asked.label)));
    if !asked.hint.is_empty() {
        line(&format!("hint = {}", texts(&asked.hint)));
    }
    line(&format!("purpose = {}", texts(&asked.purpose)));
    match asked.kind {
        Kind::Municipality => {
            let country = match asked.country {
                Country::No => "no",
                Country::Se => "se",
                Country::Both => "both",
            };
            line(&format!("country = {}", quoted(country)));
        }
        Kind::Number => {
            for (key, typed) in [("min", &asked.min), ("max", &asked.max)] {
                if let Some(limit) = limit(typed) {
                    line(&format!("{key} = {limit}"));
                }
            }
        }
        Kind::OneOf | Kind::SeveralOf => {
            let option =
                |option: &Offered| format!("{{ value = {}, label = {} }}", quoted(&option.value), texts(&option.label));
            let options: Vec<String> = asked.options.iter().map(option).collect();
            line(&format!("options = [{}]", options.join(", ")));
        }
        _ => {}
    }
    if let Some(condition) = &asked.only_if {
        let any_of: Vec<String> = condition.any_of.iter().map(|value| quoted(value)).collect();
        let question = quoted(&condition.question);
        line(&format!("only_if = {{ question = {question}, any_of = [{}] }}", any_of.join(", ")));
    }
}

/// A part of a ready question in every language.
pub(crate) fn wording(ready: Ready, part: &str, words: &Text) -> Localised {
    let key = ["drafting-ask-", ready.key(), "-", part].concat();
    Localised(Language::ALL.into_iter().map(|language| (language, words.word(language, &key, &[]))).collect())
}

/// As TOML writes local times.
fn moment(day: &Day, typed: &str) -> Option<String> {
    Some(format!("{}T{}", day.date()?, clock(typed)?.format("%H:%M:%S")))
}

fn texts(text: &Localised) -> String {
    let each: Vec<String> = text.0.iter().map(|(language, text)| format!("{language} = {}", quoted(text))).collect();
    format!("{{ {} }}", each.join(", "))
}

/// A basic string of TOML on one line. JSON writes strings in the same way, but for the one character that it leaves as it is.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests;
