use super::card::Card;
use super::{Site, asked};
use crate::coming::{Listed, Wish, coming};
use crate::structured;
use crate::{samples, store};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use host::{Error, Page, Visit};
use proto::Language;
use serde::Serialize;

/// What is coming.
#[derive(Serialize)]
pub(super) struct Front {
    kind: &'static str,
    search: String,
    filtered: bool,
    events: Vec<Card>,
    json_ld: String,
    calendar: String,
    feed: String,
}

impl Page for Front {
    const TEMPLATE: &'static str = "portal/front.html";

    fn samples() -> Vec<Self> {
        let organisations = [samples::organisation()];
        let standings = samples::standings();
        let page = |events: &[Listed], search: &str| Self {
            kind: "",
            search: search.to_owned(),
            filtered: !search.is_empty(),
            events: events.iter().map(|listed| Card::new(listed, &organisations, samples::now())).collect(),
            json_ld: structured::item_list(events, &organisations, Language::Nn, str::to_owned),
            calendar: "https://example.org/kalender.ics?sprak=nn".to_owned(),
            feed: "https://example.org/feed.atom?sprak=nn".to_owned(),
        };
        vec![page(&standings, ""), page(&standings[..1], "tomme"), page(&[], "<b>\"ingenting\""), page(&[], "")]
    }
}

pub(super) async fn get(visit: Visit, State(site): State<Site>, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let query = query.as_deref();
    let wish = Wish::read(asked(query, "slag").as_deref(), asked(query, "sok").as_deref());
    let db = &site.host.db.read;
    let organisations = store::organisation::all(db).await?;
    let all = store::event::ending_after(db, visit.now).await?;
    let events = coming(all, &wish, visit.language, visit.now);
    let in_language = |path: &str| site.host.address(&format!("{path}?sprak={}", visit.language));
    Ok(visit.page(&Front {
        kind: wish.kind.map_or("", proto::event::EventKind::word),
        filtered: !wish.is_open(),
        events: events.iter().map(|listed| Card::new(listed, &organisations, visit.now)).collect(),
        json_ld: structured::item_list(&events, &organisations, visit.language, |path| site.host.address(path)),
        calendar: in_language("/kalender.ics"),
        feed: in_language("/feed.atom"),
        search: wish.search,
    }))
}
