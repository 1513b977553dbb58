//! The page of every link that opens nothing, and the way to a new one.

use crate::address::normalised;
use crate::answers::{self, Field, FieldProblem};
use crate::app::App;
use crate::desk::book::snapshot;
use crate::pages::field::{Fault, Line};
use crate::pages::notice::Notice;
use crate::store::{claim, pool, registration};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use host::{Error, Fields, Page, Visit};
use proto::registration::RegistrationRepeated;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct DeadLinkPage {
    pub(crate) errors: Vec<Fault>,
    pub(crate) failed: bool,
    pub(crate) notice: Option<Notice>,
    pub(crate) sent: bool,
    pub(crate) email: Line,
}

/// One and the same for a link that has expired, was forged, replaced, or never led anywhere.
pub(crate) fn show(visit: &Visit) -> Response {
    visit.page_with(StatusCode::NOT_FOUND, &DeadLinkPage::default())
}

pub(crate) async fn get(visit: Visit) -> Response {
    visit.page(&DeadLinkPage::default())
}

pub(crate) async fn get_sent(visit: Visit) -> Response {
    visit.page(&DeadLinkPage { sent: true, ..DeadLinkPage::default() })
}

/// Has a letter sent for each sign-up of this address, since everybody may see what is held about them for as long as
/// it is held. The answer is always the same.
pub(crate) async fn post(State(app): State<App>, visit: Visit, fields: Fields) -> Result<Response, Error> {
    let typed = fields.get("email").unwrap_or_default();
    let page = |error: Option<Fault>| DeadLinkPage {
        errors: error.clone().into_iter().collect(),
        email: Line { typed: typed.to_owned(), error },
        ..DeadLinkPage::default()
    };
    if fields.switches_language() {
        let fault =
            answers::email(typed).err().map(|problem| Fault::plain(&FieldProblem { field: Field::Email, problem }));
        return Ok(visit.page(&page(fault)));
    }
    if !visit.genuine(fields.csrf()) {
        let page = DeadLinkPage { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..page(None) };
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &page));
    }
    let email = match answers::email(typed) {
        Ok(email) => email,
        Err(problem) => {
            let fault = Fault::plain(&FieldProblem { field: Field::Email, problem });
            return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(Some(fault))));
        }
    };
    send_links(&app, &email).await?;
    Ok(visit.with_cookies(Redirect::to("/mi/ny-lenkje/sendt").into_response()))
}

pub(super) async fn send_links(app: &App, email: &str) -> Result<(), Error> {
    let work = app.bus.begin().await?;
    let rows = registration::Entity::find()
        .filter(registration::Column::Address.eq(normalised(email)))
        .filter(registration::Column::ErasedAt.is_null())
        .order_by_asc(registration::Column::Id)
        .all(&work.tx)
        .await?;
    for row in rows {
        send_link(&work, &row).await?;
    }
    work.commit().await?;
    Ok(())
}

/// Has the link to their own page sent to the person whose sign-up this is.
pub(in crate::pages) async fn send_link(work: &Work, row: &registration::Model) -> Result<(), DbErr> {
    let whole = pool::whole(&work.tx, row.event_id).await?;
    let claims = claim::of_registrations(&work.tx, &[row.id]).await?;
    let registration = snapshot(row, claims.iter().filter(|claim| !whole.contains(&claim.pool_id)));
    let answer_before = row.offered_until;
    work.say(&RegistrationRepeated { registration, at: work.now, asked_for_link: true, answer_before });
    Ok(())
}

impl Page for DeadLinkPage {
    const TEMPLATE: &'static str = "registration/link_dead.html";

    fn samples() -> Vec<Self> {
        let problem = answers::Problem::EmailWithoutAt;
        let fault = Fault::plain(&FieldProblem { field: Field::Email, problem });
        let wrong = Line { typed: "\"><script>".to_owned(), error: Some(fault.clone()) };
        vec![
            Self::default(),
            Self { sent: true, ..Self::default() },
            Self { errors: vec![fault], email: wrong, ..Self::default() },
            Self { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..Self::default() },
        ]
    }
}
