use super::Site;
use super::acting::Acting;
use crate::giving::{self, Given};
use crate::roles::Scope;
use crate::sign_in::{ACCESS_LASTS, Account, HOME, role_word};
use crate::{address, samples, store};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, FrameOrganisation, Page, Visit, access};
use proto::account::Role;
use proto::{AccountId, EventId, Localised};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What one person may in an organisation or one of its events, and where an owner changes it.
#[derive(Serialize)]
pub(super) struct OneRole {
    slug: String,
    name: Localised,
    /// Of the event, if it is a role in one.
    title: Option<Localised>,
    action: String,
    address: String,
    own: bool,
    /// The one they have.
    role: &'static str,
    roles: Vec<&'static str>,
    /// How long what they may do lasts in browsers that are open.
    minutes: i64,
    /// Somebody else has changed it since the page was opened.
    meanwhile: bool,
    errors: Vec<FieldError>,
}

impl Page for OneRole {
    const TEMPLATE: &'static str = "portal/role.html";

    fn samples() -> Vec<Self> {
        let page = |title: Option<Localised>, own| Self {
            slug: "distriktssenteret".to_owned(),
            name: samples::organisation().name,
            action: "/arrangor/organisasjon/distriktssenteret/tilgang/1".to_owned(),
            address: "ei.svaert.lang.adresse.utan.mellomrom@fylkeskommunen.example".to_owned(),
            own,
            role: "editor",
            roles: Scope::roles(title.as_ref().map_or(Scope::Organisation, |_| Scope::Event(EventId(Uuid::nil()))))
                .iter()
                .map(|role| role_word(*role))
                .collect(),
            title,
            minutes: ACCESS_LASTS.num_minutes(),
            meanwhile: false,
            errors: Vec::new(),
        };
        let last = vec![FieldError::new("rolle", "Nokon må vere eigar")];
        vec![
            page(None, false),
            page(Some(samples::gathering().title), false),
            Self { meanwhile: true, ..page(None, true) },
            Self { errors: last, ..page(None, true) },
        ]
    }
}

/// The parts of the address.
#[derive(Deserialize)]
pub(super) struct Named {
    slug: String,
    account: String,
    event: Option<String>,
}

impl Named {
    fn scope(&self) -> Option<Scope> {
        match &self.event {
            None => Some(Scope::Organisation),
            Some(id) => id.parse().ok().map(Scope::Event),
        }
    }
}

/// Somebody's role, if they have one there.
async fn held(db: &impl ConnectionTrait, named: &Named) -> Result<(Account, Scope, Role), Error> {
    let id: AccountId = named.account.parse().map_err(|_no_id| Error::NotFound)?;
    let scope = named.scope().ok_or(Error::NotFound)?;
    let account = store::account::with_id(db, id).await?.ok_or(Error::NotFound)?;
    let role = match scope {
        Scope::Organisation => account.roles.iter().find(|own| own.organisation == named.slug).map(|own| own.role),
        Scope::Event(event) => {
            let here = account.events.iter().find(|own| own.event == event && own.organisation == named.slug);
            here.map(|own| own.role)
        }
    };
    Ok((account, scope, role.ok_or(Error::NotFound)?))
}

/// Where the role is of somebody who has one in an event and none in the organisation: other services know accounts, and not where
/// their roles are.
async fn only_in_event(db: &impl ConnectionTrait, named: &Named) -> Result<Option<String>, Error> {
    let (None, Ok(id)) = (&named.event, named.account.parse::<AccountId>()) else { return Ok(None) };
    let Some(account) = store::account::with_id(db, id).await? else { return Ok(None) };
    if account.roles.iter().any(|own| own.organisation == named.slug) {
        return Ok(None);
    }
    let there = account.events.iter().find(|own| own.organisation == named.slug);
    Ok(there.map(|own| format!("/arrangor/organisasjon/{}/tilgang/{}/{}", named.slug, named.account, own.event)))
}

async fn page(site: &Site, visit: &Visit, acting: &Acting, named: &Named) -> Result<OneRole, Error> {
    let organisation = acting.owned(site, &named.slug).await?;
    let db = &site.host.db.read;
    let (account, scope, role) = held(db, named).await?;
    let title = match scope {
        Scope::Organisation => None,
        Scope::Event(event) => {
            let listed = store::event::with_ids(db, [event]).await?;
            Some(listed.into_iter().next().ok_or(Error::NotFound)?.event.title)
        }
    };
    Ok(OneRole {
        slug: organisation.slug,
        name: organisation.name,
        title,
        action: visit.path.clone(),
        address: address::normalised(&account.email).unwrap_or(account.email),
        own: account.id == acting.account.id,
        role: role_word(role),
        roles: scope.roles().iter().map(|role| role_word(*role)).collect(),
        minutes: ACCESS_LASTS.num_minutes(),
        meanwhile: false,
        errors: Vec::new(),
    })
}

async fn framed(site: &Site, visit: Visit, acting: &Acting, named: &Named) -> Result<Visit, Error> {
    let organisation = acting.owned(site, &named.slug).await?;
    Ok(visit.organisation(&FrameOrganisation::from(&organisation)))
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    Path(named): Path<Named>,
    acting: Acting,
) -> Result<Response, Error> {
    let visit = framed(&site, visit, &acting, &named).await?;
    if let Some(to) = only_in_event(&site.host.db.read, &named).await? {
        return Ok(visit.with_cookies(Redirect::to(&to).into_response()));
    }
    let page = page(&site, &visit, &acting, &named).await?;
    Ok(visit.page(&page))
}

/// Gives another role, or takes it back.
pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    Path(named): Path<Named>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    let visit = framed(&site, visit, &acting, &named).await?;
    if fields.switches_language() {
        return Ok(visit.page(&page(&site, &visit, &acting, &named).await?));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (work, _) = acting.begin(&site, &named.slug).await?;
    let (whom, scope, had) = match held(&work.tx, &named).await {
        Ok(held) => held,
        Err(error) => {
            work.rollback().await;
            return Err(error);
        }
    };
    let removed = fields.get("fjern").is_some();
    let wanted = fields.get("rolle").and_then(|word| scope.role(word));
    let seen = fields.get("hadde").unwrap_or_default();
    if seen != role_word(had) {
        work.rollback().await;
        let page = OneRole { meanwhile: true, ..page(&site, &visit, &acting, &named).await? };
        return Ok(visit.page_with(StatusCode::CONFLICT, &page));
    }
    let given = match (removed, wanted) {
        (true, _) => Ok(giving::give(&work, acting.account.id, &named.slug, &whom, scope, None).await?),
        (false, Some(_)) => Ok(giving::give(&work, acting.account.id, &named.slug, &whom, scope, wanted).await?),
        (false, None) => Err("portal-roles-role-wrong"),
    };
    let key = match given {
        Ok(Given::Done | Given::Same) => {
            work.commit().await?;
            let role = wanted.filter(|_| !removed).map_or("none", role_word);
            tracing::info!(account.id = %acting.account.id, whom.id = %whom.id, role, "a role was changed");
            return Ok(
                visit.with_cookies(Redirect::to(&onward(&acting, &named, &whom, scope, removed)).into_response())
            );
        }
        Ok(Given::LastOwner) => "portal-roles-last-owner",
        Ok(Given::TooMany) => "portal-roles-too-many",
        Err(key) => key,
    };
    work.rollback().await;
    let errors = vec![FieldError::new("rolle", site.host.text.word(visit.language, key, &[]))];
    let page = OneRole { errors, ..page(&site, &visit, &acting, &named).await? };
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Back to the list. Whoever changed their own role has it read anew, and may no longer see the list.
fn onward(acting: &Acting, named: &Named, whom: &Account, scope: Scope, removed: bool) -> String {
    if whom.id == acting.account.id && scope == Scope::Organisation {
        return format!("{}?til={HOME}", access::SIGN_IN);
    }
    let done = if removed { "fjerna" } else { "endra" };
    format!("/arrangor/organisasjon/{}/tilgang?gjort={done}", named.slug)
}
