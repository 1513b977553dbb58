use super::Site;
use crate::organisation_edit::Details;
use crate::sign_in::{SESSION_KEPT, SESSION_LASTS};
use crate::{samples, store};
use axum::extract::State;
use axum::response::Response;
use host::{Error, Page, Visit};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;

/// What is kept about people, why, and for how long.
#[derive(Serialize)]
pub(super) struct Privacy {
    session_days: i64,
    kept_days: i64,
    organisations: Vec<Told>,
}

/// What an organisation tells about how it handles personal data.
#[derive(Serialize)]
struct Told {
    name: Localised,
    privacy_notice: String,
    #[serde(flatten)]
    details: Details,
}

impl From<(Organisation, Details)> for Told {
    fn from((organisation, details): (Organisation, Details)) -> Self {
        Self { name: organisation.name, privacy_notice: organisation.privacy_notice, details }
    }
}

impl Privacy {
    fn new(organisations: Vec<(Organisation, Details)>) -> Self {
        let organisations = organisations.into_iter().map(Told::from).collect();
        Self { session_days: SESSION_LASTS.num_days(), kept_days: SESSION_KEPT.num_days(), organisations }
    }
}

impl Page for Privacy {
    const TEMPLATE: &'static str = "portal/privacy.html";

    fn samples() -> Vec<Self> {
        let details = Details {
            email: Some("personvern@example.org".to_owned()),
            phone: Some("+47 00 00 00 00".to_owned()),
            legal_basis: Localised::from([(Language::Nn, "Oppgåve i allmenta si interesse.\n\nArtikkel 6 nr. 1 e.")]),
        };
        let plain = (samples::organisation(), Details::default());
        vec![Self::new(vec![plain, (samples::organisation(), details)]), Self::new(Vec::new())]
    }
}

pub(super) async fn get(visit: Visit, State(site): State<Site>) -> Result<Response, Error> {
    Ok(visit.page(&Privacy::new(store::organisation::all_with_details(&site.host.db.read).await?)))
}
