//! The personal links of a panel, for the editors who pass them on.

use super::{Site, framed, organiser, panel};
use crate::entrance::panel_doors;
use crate::meeting_file::Part;
use crate::store::panelist;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Purpose, Visit};
use proto::account::Role;
use proto::{EventId, Language, Localised};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PanelLinksPage {
    slug: String,
    title: Localised,
    timezone: String,
    opens_at: DateTime<Utc>,
    /// The meeting is in a room that is made here.
    in_room: bool,
    panel: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    name: String,
    part: Part,
    address: String,
}

/// Whoever has the link of a moderator can lead the meeting, so only those see them who could change the meeting itself.
pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    if !organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    let named = panelist::of_event(&site.host.db.read, webinar.id).await?;
    let organisers = site.organisers(&webinar).await?;
    let visit = framed(visit, &webinar, &organisers);
    let path = webinar.event().path();
    let link = |one: panelist::Model| Link {
        address: site
            .host
            .address(&format!("{path}/panel/{}", site.host.keys.token(Purpose::Panel, one.id, panel::GENERATION))),
        name: one.name,
        part: one.role,
    };
    let page = PanelLinksPage {
        slug,
        title: webinar.event().title.clone(),
        timezone: webinar.event().timezone.name().to_owned(),
        opens_at: panel_doors(&webinar).from,
        in_room: webinar.meeting_url.is_empty(),
        panel: named.into_iter().map(link).collect(),
    };
    let mut response = visit.page(&page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

impl Page for PanelLinksPage {
    const TEMPLATE: &'static str = "webinar/panel_links.html";

    fn samples() -> Vec<Self> {
        let sample = |panel| Self {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            timezone: "Europe/Oslo".to_owned(),
            opens_at: "2027-03-16T08:00:00Z".parse().unwrap_or_default(),
            in_room: true,
            panel,
        };
        let link = |name: &str, part| Link {
            name: name.to_owned(),
            part,
            address: format!("https://moteplass.example/webinar/tomme-lokale/panel/{}", "Zm9yLXRlc3Rz".repeat(4)),
        };
        vec![
            sample(vec![
                link("Åse Ŋáđđi O’Brien-Žižek", Part::Moderator),
                link("Øystein <b>Ærfugl</b>", Part::Speaker),
            ]),
            sample(Vec::new()),
        ]
    }
}
