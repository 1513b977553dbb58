//! `/mi/rekkje/{token}`: the dates of a series for somebody who follows it, and what is held about them in it.

use super::view::{DateView, SeriesView, sample};
use super::{Date, KnownSeries};
use crate::address::normalised;
use crate::admission::window;
use crate::app::App;
use crate::pages::my::{dead_link, overview};
use crate::store::follower::State as Follows;
use crate::store::{follower, invited, registration, series_date, standing};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use host::{Error, Host, Page, Purpose, Visit};
use proto::registration::{Registration, State as Stands};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

/// Somebody who follows a series, or did, and holds the link.
pub(super) struct Follower {
    pub(super) known: KnownSeries,
    pub(super) row: follower::Model,
    /// The path of the page.
    pub(super) base: String,
}

impl Follower {
    /// What a link opens; nothing for one that was replaced, forged or never led anywhere.
    pub(super) async fn open(app: &App, token: &str, now: DateTime<Utc>) -> Result<Option<Self>, DbErr> {
        let Some((id, generation)) = app.host.keys.read(Purpose::Follow, token) else { return Ok(None) };
        let db = &app.host.db.read;
        let row = follower::by_id(db, id).await?.filter(|row| row.generation() == generation);
        let Some(row) = row else { return Ok(None) };
        let Some(series) = crate::store::series::by_id(db, row.series_id).await? else { return Ok(None) };
        let known = KnownSeries::of(app, series, now).await?;
        Ok(known.map(|known| Self { known, row, base: format!("/mi/rekkje/{token}") }))
    }

    pub(super) fn follows(&self) -> bool {
        self.row.state == Follows::Active
    }

    /// Every date that they are signed up for or may know of, with where they stand in it.
    pub(super) async fn dates(
        &self,
        db: &impl ConnectionTrait,
        host: &Host,
        now: DateTime<Utc>,
    ) -> Result<Vec<DateView>, DbErr> {
        let noted = invited::of(db, self.row.id).await?;
        let mut dates = Vec::new();
        for date in &self.known.dates {
            let mut view = DateView::of(date);
            let of_it = noted.iter().find(|invited| invited.event_id == date.row.id);
            if of_it.is_none() && !date.is_shown_to(self.row.address.as_deref().unwrap_or_default()) {
                continue;
            }
            match of_it {
                Some(invited) => self.fill(db, host, &mut view, (date, invited), now).await?,
                None if self.follows() => ahead_of_it(&mut view, date, now),
                None => {}
            }
            // A date that was before they came, or after they left, is none of theirs.
            if of_it.is_some() || view.ends_at > now {
                dates.push(view);
            }
        }
        Ok(dates)
    }

    async fn fill(
        &self,
        db: &impl ConnectionTrait,
        host: &Host,
        view: &mut DateView,
        (date, invited): (&Date, &invited::Model),
        now: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        view.own = invited.own;
        let id = match invited.registration_id {
            Some(id) => id,
            // There was no place. They may have signed up by themselves since.
            None => match self.signed_up(db, date).await? {
                Some(id) => {
                    view.own = true;
                    id
                }
                None => {
                    view.state = Some(if date.row.cancelled { "cancelled" } else { "full" });
                    let open = window(&date.event, date.row.cancelled, now).is_ok();
                    view.sign_up = open.then(|| format!("/pamelding/{}", date.event.slug));
                    return Ok(());
                }
            },
        };
        let Some(stands) = standing::standing(db, &host.vault, id.into()).await? else { return Ok(()) };
        let state = overview::state(&stands.registration);
        view.state = Some(if date.row.cancelled { "cancelled" } else { state });
        view.position = stands.position.filter(|_| !date.row.cancelled);
        let token = host.keys.token(Purpose::Manage, id, stands.registration.generation);
        let open = stands.registration.state != Stands::Withdrawn;
        let ahead = !date.row.cancelled && view.ends_at > now;
        view.skip = (open && ahead).then(|| format!("/mi/{token}/meld-av"));
        view.mine = Some(format!("/mi/{token}"));
        Ok(())
    }

    /// The sign-up of somebody who follows for one date, if there is any.
    async fn signed_up(&self, db: &impl ConnectionTrait, date: &Date) -> Result<Option<Uuid>, DbErr> {
        let Some(address) = &self.row.address else { return Ok(None) };
        let people = registration::with_addresses(db, date.event.id, &[address.as_str()]).await?;
        Ok(people.first().map(|person| person.id))
    }
}

/// What a date comes to that somebody who follows has not been signed up for yet.
fn ahead_of_it(view: &mut DateView, date: &Date, now: DateTime<Utc>) {
    let early = date.row.opens_at.filter(|opens| *opens > now);
    view.opens_at = early;
    view.state = Some(match () {
        () if date.row.cancelled => "cancelled",
        () if date.row.closes_at.is_some_and(|closes| closes <= now) => "closed",
        () if early.is_some() => "early",
        () => "soon",
    });
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesPage {
    series: SeriesView,
    base: String,
    /// They have not left.
    follows: bool,
    name: String,
    email: String,
    language: String,
    created_at: DateTime<Utc>,
    ahead: Vec<DateView>,
    past: Vec<DateView>,
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Follower::open(&app, &token, visit.now).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.next.answers_for(visit);
    let dates = mine.dates(&app.host.db.read, &app.host, visit.now).await?;
    let (ahead, past) = dates.into_iter().partition(|date| date.ends_at > visit.now);
    let follows = mine.follows();
    Ok(visit.page(&SeriesPage {
        series: mine.known.view(),
        base: mine.base,
        follows,
        name: mine.row.name,
        email: mine.row.email,
        language: mine.row.language,
        created_at: mine.row.created_at,
        ahead,
        past,
    }))
}

/// Everything that is held, as a file: about following the series, and about each date that came with it.
pub(crate) async fn download(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let Some(mine) = Follower::open(&app, &token, visit.now).await? else { return Ok(dead_link::show(&visit)) };
    let db = &app.host.db.read;
    let mut dates = Vec::new();
    for date in invited::of(db, mine.row.id).await? {
        let Some(id) = date.registration_id else { continue };
        dates.extend(standing::everything_held(db, &app.host.vault, id.into()).await?);
    }
    let row = &mine.row;
    let held = json!({
        "series": mine.known.series.slug,
        "follows": mine.follows(),
        "name": row.name,
        "email": row.email,
        "language": row.language,
        "answers": row.answers,
        "created_at": row.created_at,
        "left_at": row.left_at,
        "dates": dates,
    });
    let name = format!("attachment; filename=\"{}.json\"", mine.known.series.slug);
    Ok(([(header::CONTENT_DISPOSITION, name)], Json(held)).into_response())
}

/// The page of somebody who is signed up for an event and follows its series.
pub(crate) async fn link_of(
    db: &impl ConnectionTrait,
    host: &Host,
    registration: &Registration,
) -> Result<Option<String>, DbErr> {
    let Some(series) = series_date::series_of(db, registration.event_id).await? else { return Ok(None) };
    let follower = follower::by_address(db, series, &normalised(&registration.email)).await?;
    Ok(follower.map(|one| format!("/mi/rekkje/{}", host.keys.token(Purpose::Follow, one.id, one.generation()))))
}

impl Page for SeriesPage {
    const TEMPLATE: &'static str = "registration/series_mine.html";

    fn samples() -> Vec<Self> {
        let (series, ahead) = sample();
        let past = ahead.iter().take(1).cloned().map(|date| DateView { skip: None, ..date }).collect();
        let follows = Self {
            created_at: ahead.first().map(|date| date.starts_at).unwrap_or_default(),
            series,
            base: "/mi/rekkje/x".to_owned(),
            follows: true,
            name: "Kari <b>Nordmann</b>".to_owned(),
            email: "kari@kommune.no".to_owned(),
            language: "nn".to_owned(),
            ahead,
            past,
        };
        let left = Self { follows: false, name: String::new(), email: String::new(), ..follows.clone() };
        let bare = Self { ahead: Vec::new(), past: Vec::new(), ..follows.clone() };
        vec![follows, left, bare]
    }
}
