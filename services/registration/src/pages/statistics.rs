//! `/arrangor/pameldingar/{slug}/tal`: the numbers of an event, without names, for everybody who may see numbers.

use super::event::{EventView, Known};
use super::export::{Format, file, private};
use crate::app::App;
use crate::statistics::drawing::{self, Lying, Standing};
use crate::statistics::{Counted, FEW, Sight, Statistics, counted_questions, sheet, statistics};
use crate::store::{invitation, statistics as numbers};
use axum::extract::{Path, State};
use axum::response::Response;
use host::{Error, Organiser, Page, Visit};
use proto::account::Role;
use sea_orm::DbErr;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct StatisticsPage {
    pub(crate) event: EventView,
    /// The list of people is theirs too.
    pub(crate) list: bool,
    /// Numbers below this are not told where they could tell who it is.
    pub(crate) few: u32,
    /// Some are not.
    pub(crate) hides: bool,
    pub(crate) statistics: Statistics,
    pub(crate) changes: Option<Standing>,
    pub(crate) held: Option<Standing>,
    pub(crate) places: Vec<Lying>,
    /// Of personal invitations.
    pub(crate) invited: Vec<Lying>,
    /// Of each group.
    pub(crate) bars: Vec<Vec<Lying>>,
    /// Lines of a table that its chart shows.
    pub(crate) drawn: usize,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let (known, sight) = open(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let own = |least| organiser.may_at(known.event.id, &known.event.organisation, least);
    let list = own(Role::Reader) || own(Role::Door);
    let statistics = count(&app, &known, &visit, sight).await?;
    Ok(private(visit.page(&StatisticsPage::of(&known, statistics, sight, list))))
}

/// The same as a file.
pub(crate) async fn get_file(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let (known, sight) = open(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let statistics = count(&app, &known, &visit, sight).await?;
    let text = &app.host.text;
    let name = format!("{slug}-{}", text.word(visit.language, "reg-numbers-file", &[]));
    let title = known.event.title.get(visit.language).to_owned();
    let table = sheet(&statistics, visit.language, text);
    Ok(visit.with_cookies(file(Format::Csv, table, &name, title, visit.now).await?))
}

/// Where the page of an event is.
pub(super) fn path(known: &Known) -> String {
    format!("/arrangor/pameldingar/{}/tal", known.event.slug)
}

/// Whether somebody may see the numbers of an event: those who have any role in it, co-organisers too.
pub(super) fn may_see(organiser: &Organiser, known: &Known) -> bool {
    let event = &known.event;
    organiser.may_at(event.id, &event.organisation, Role::Numbers)
        || event.co_organisers.iter().any(|slug| organiser.may(slug, Role::Numbers))
}

async fn open(app: &App, organiser: &Organiser, slug: &str) -> Result<(Known, Sight), Error> {
    let known = Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?;
    // Who may see nothing here is not told either whether there is such an event.
    if !may_see(organiser, &known) {
        return Err(Error::NotFound);
    }
    // A door sees who somebody is, but not what they answered.
    let sight = match organiser.may_at(known.event.id, &known.event.organisation, Role::Reader) {
        true => Sight::People,
        false => Sight::Numbers,
    };
    Ok((known, sight))
}

pub(super) async fn count(app: &App, known: &Known, visit: &Visit, sight: Sight) -> Result<Statistics, DbErr> {
    let (db, event) = (&app.host.db.read, &known.event);
    let mut answered = Vec::new();
    for question in counted_questions(event) {
        answered.push((question, numbers::answered(db, event.id, &question.key).await?));
    }
    let choices: Vec<_> = event.choices().map(|pool| pool.id).collect();
    let counted = Counted {
        standings: numbers::standings(db, event.id).await?,
        signed_up: numbers::over_time(db, event.id, numbers::Turn::SignedUp).await?,
        withdrew: numbers::over_time(db, event.id, numbers::Turn::Withdrew).await?,
        answered,
        came_to: numbers::came_to(db, &choices).await?,
        replied: numbers::replied(db, event.id).await?,
        invited: invitation::standings(db, event.id).await?,
        undeliverable: numbers::undeliverable(db, event.id).await?,
    };
    Ok(statistics(event, &known.places, &counted, sight, &app.host.text.order(visit.language)))
}

impl StatisticsPage {
    fn of(known: &Known, statistics: Statistics, sight: Sight, list: bool) -> Self {
        let all = statistics.groups.iter().chain(&statistics.invited).flat_map(|group| &group.lines);
        Self {
            event: known.view(),
            list,
            few: FEW,
            hides: sight == Sight::Numbers && all.into_iter().any(|line| line.people.is_none()),
            changes: drawing::changes(&statistics.days),
            held: drawing::held(&statistics.days),
            places: drawing::places(&statistics.places),
            invited: statistics.invited.iter().flat_map(|group| drawing::people(group, false)).collect(),
            bars: statistics.groups.iter().map(|group| drawing::people(group, statistics.noted)).collect(),
            drawn: drawing::DRAWN,
            statistics,
        }
    }
}

impl Page for StatisticsPage {
    const TEMPLATE: &'static str = "registration/statistics.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let of = |known: &Known, counted: &Counted<'_>, sight, list| {
            let statistics = statistics(&known.event, &known.places, counted, sight, &str::cmp);
            Self::of(known, statistics, sight, list)
        };
        let mut full = sample::counted(&known);
        let readers = of(&known, &full, Sight::People, true);
        let numbers = of(&known, &full, Sight::Numbers, false);
        sample::before(&mut full);
        let before = of(&known, &full, Sight::People, true);
        let nobody = of(&known, &sample::nobody(), Sight::Numbers, true);
        let programme = super::sample::programme();
        let conference = of(&programme, &sample::counted(&programme), Sight::People, true);
        vec![readers, numbers, before, nobody, conference]
    }
}

/// Numbers to look at.
mod sample {
    use super::{Counted, Known, counted_questions};
    use crate::answers::Answer;
    use crate::invitation::Standing as Invited;
    use crate::municipality::Land;
    use crate::store::pool::Form;
    use crate::store::registration::State;
    use crate::store::reply;
    use crate::store::statistics::{Answered, Replied, Standing};
    use chrono::TimeDelta;
    use proto::event::{AnswerType, Question};
    use std::collections::HashMap;

    /// An event that is over, with people of every kind.
    pub(super) fn counted(known: &Known) -> Counted<'_> {
        let standing = |state, form, language: &str, people, came| Standing {
            state,
            form: Some(form),
            language: language.to_owned(),
            people,
            came,
        };
        let replied = |answer, people, came| Replied { answer, people, came };
        let begins = known.event.starts_at - TimeDelta::days(80);
        let day = |days, people| (begins + TimeDelta::days(days), people);
        Counted {
            standings: vec![
                standing(State::Admitted, Form::InPerson, "nn", 30, 27),
                standing(State::Admitted, Form::Online, "nb", 15, 11),
                standing(State::Admitted, Form::Online, "sv", 1, 0),
                standing(State::Waiting, Form::InPerson, "nn", 6, 0),
                standing(State::Offered, Form::InPerson, "en", 1, 0),
                standing(State::Withdrawn, Form::InPerson, "nb", 4, 0),
            ],
            signed_up: vec![day(0, 24), day(1, 9), day(2, 3), day(40, 1), day(75, 12), day(76, 8)],
            withdrew: vec![day(2, 1), day(76, 3)],
            answered: counted_questions(&known.event).map(|question| (question, answers(question))).collect(),
            came_to: known.event.choices().map(|pool| (pool.id, 12)).collect(),
            replied: vec![
                replied(reply::Answer::Accepted, 20, 18),
                replied(reply::Answer::Declined, 2, 0),
                replied(reply::Answer::Proposed, 1, 1),
            ],
            invited: HashMap::from([
                (Invited::SignedUp, 31),
                (Invited::Declined, 4),
                (Invited::Silent, 12),
                (Invited::Unreachable, 1),
            ]),
            undeliverable: 2,
        }
    }

    fn answers(question: &Question) -> Vec<Answered> {
        let given = |answer, people, came| Answered { answer, people, came };
        let place = |land, number: &str| Some(Answer::Municipality { land, number: number.to_owned() });
        match &question.answer {
            AnswerType::Municipality { .. } => vec![
                given(place(Land::No, "1577"), 20, 18),
                given(place(Land::No, "4601"), 14, 12),
                given(place(Land::Se, "1440"), 8, 6),
                given(place(Land::No, "9999"), 1, 1),
                given(None, 3, 1),
            ],
            AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => {
                let one = |option: &proto::event::Choice| given(Some(Answer::OneOf(option.value.clone())), 2, 1);
                let gone = given(Some(Answer::OneOf("<script>alert(1)</script>".to_owned())), 4, 4);
                options.iter().map(one).chain([gone]).collect()
            }
            _ => vec![given(Some(Answer::YesNo(true)), 31, 30), given(Some(Answer::YesNo(false)), 15, 8)],
        }
    }

    /// The same before anybody came, all signed up on one day.
    pub(super) fn before(counted: &mut Counted<'_>) {
        counted.standings.iter_mut().for_each(|one| one.came = 0);
        counted.answered.iter_mut().flat_map(|(_, given)| given).for_each(|one| one.came = 0);
        counted.signed_up.truncate(1);
        counted.withdrew.clear();
        counted.came_to.clear();
        counted.replied.clear();
        counted.invited.clear();
    }

    pub(super) fn nobody() -> Counted<'static> {
        Counted {
            standings: Vec::new(),
            signed_up: Vec::new(),
            withdrew: Vec::new(),
            answered: Vec::new(),
            came_to: HashMap::new(),
            replied: Vec::new(),
            invited: HashMap::new(),
            undeliverable: 0,
        }
    }
}
