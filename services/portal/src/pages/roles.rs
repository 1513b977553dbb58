use super::acting::Acting;
use super::{Site, asked};
use crate::giving::{self, Given};
use crate::roles::Scope;
use crate::sign_in::{ACCESS_LASTS, INVITATION_LASTS, role_word};
use crate::{address, samples, store};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, FrameOrganisation, Page, Visit};
use proto::account::Role;
use proto::organisation::Organisation;
use proto::{AccountId, EventId, Language, Localised};
use sea_orm::DbErr;
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

/// Who may do what in an organisation and its events, and where an owner invites more.
#[derive(Serialize)]
pub(super) struct Roles {
    slug: String,
    name: Localised,
    people: Vec<Person>,
    events: Vec<InEvent>,
    /// Events that one can be invited to.
    coming: Vec<Coming>,
    roles: Vec<&'static str>,
    form: Form,
    days: i64,
    /// Everybody here signs in in two steps.
    second_factor: bool,
    /// How long what they may do lasts in browsers that are open.
    minutes: i64,
    notice: String,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Person {
    address: String,
    role: &'static str,
    href: String,
    arrived: bool,
    own: bool,
}

#[derive(Serialize)]
struct InEvent {
    title: Localised,
    people: Vec<Person>,
}

#[derive(Serialize)]
struct Coming {
    id: EventId,
    title: Localised,
}

/// What was typed.
#[derive(Clone, Default, Serialize)]
struct Form {
    email: String,
    role: String,
    scope: String,
    language: String,
}

impl Page for Roles {
    const TEMPLATE: &'static str = "portal/roles.html";

    fn samples() -> Vec<Self> {
        let person = |address: &str, role, arrived, own| Person {
            address: address.to_owned(),
            role: role_word(role),
            href: "/arrangor/organisasjon/distriktssenteret/tilgang/1".to_owned(),
            arrived,
            own,
        };
        let title = samples::gathering().title;
        let page = || Self {
            slug: "distriktssenteret".to_owned(),
            name: samples::organisation().name,
            people: vec![
                person("kari@kommune.example", Role::Owner, true, true),
                person("ei.svaert.lang.adresse.utan.mellomrom@fylkeskommunen.example", Role::Editor, false, false),
            ],
            events: vec![InEvent {
                title: title.clone(),
                people: vec![person("ola@example.org", Role::Door, true, false)],
            }],
            coming: vec![Coming { id: EventId(Uuid::from_u128(3)), title: title.clone() }],
            roles: Role::ALL.map(role_word).to_vec(),
            form: Form { language: "nn".to_owned(), ..Form::default() },
            days: INVITATION_LASTS.num_days(),
            second_factor: false,
            minutes: ACCESS_LASTS.num_minutes(),
            notice: String::new(),
            errors: Vec::new(),
        };
        let notices = ["invited", "changed", "removed", "second"].map(|notice| Self {
            second_factor: notice == "second",
            notice: notice.to_owned(),
            ..page()
        });
        let alone = Self { events: Vec::new(), coming: Vec::new(), ..page() };
        let typed = Form { email: "kari\"<".to_owned(), role: "owner".to_owned(), ..Form::default() };
        let errors = vec![
            FieldError::new("epost", "E-postadressa må innehalde @, til dømes kari@kommune.no"),
            FieldError::new("rolle", "Vel ei rolle"),
        ];
        [page(), alone, Self { form: typed, errors, ..page() }].into_iter().chain(notices).collect()
    }
}

impl Roles {
    async fn read(
        site: &Site,
        acting: &Acting,
        organisation: &Organisation,
        now: DateTime<Utc>,
    ) -> Result<Self, DbErr> {
        let db = &site.host.db.read;
        let slug = &organisation.slug;
        let members = store::membership::of_organisation(db, slug).await?;
        let given = store::event_role::of_organisation(db, slug).await?;
        let ids = members.iter().map(|row| row.account).chain(given.iter().map(|row| row.account));
        let accounts = store::account::rows(db, ids.collect::<Vec<_>>()).await?;
        let by_id: HashMap<Uuid, &store::account::Model> = accounts.iter().map(|row| (row.id, row)).collect();
        let person = |id: Uuid, word: &str, given_at, event: Option<Uuid>| {
            let account = by_id.get(&id)?;
            let role = crate::sign_in::role(word)?;
            let of_event = event.map(|event| format!("/{event}")).unwrap_or_default();
            Some((
                role,
                Person {
                    // As it is compared: how others have written it is not told.
                    address: account.address.clone(),
                    role: role_word(role),
                    href: format!("/arrangor/organisasjon/{slug}/tilgang/{id}{of_event}"),
                    arrived: giving::arrived(account, given_at),
                    own: AccountId(id) == acting.account.id,
                },
            ))
        };
        let mut people: Vec<_> =
            members.iter().filter_map(|row| person(row.account, &row.role, row.given_at, None)).collect();
        people.sort_by(|(a, one), (b, other)| (a, &one.address).cmp(&(b, &other.address)));
        let events = store::event::with_ids(db, given.iter().map(|row| EventId(row.event))).await?;
        let mut events: Vec<_> = events.into_iter().filter(|listed| listed.event.organisation == *slug).collect();
        events.sort_by_key(|listed| listed.event.starts_at);
        let in_event = |listed: &crate::coming::Listed| {
            let here = given.iter().filter(|row| row.event == listed.event.id.0);
            let of =
                |row: &store::event_role::Model| person(row.account, &row.role, Some(row.given_at), Some(row.event));
            InEvent {
                title: listed.event.title.clone(),
                people: here.filter_map(of).map(|(_, person)| person).collect(),
            }
        };
        let coming = store::event::of_organisation_ending_after(db, slug, now, MOST_EVENTS_SHOWN).await?;
        let language = organisation.required_languages.first().copied().unwrap_or(Language::Nn);
        Ok(Self {
            slug: slug.clone(),
            name: organisation.name.clone(),
            people: people.into_iter().map(|(_, person)| person).collect(),
            events: events.iter().map(in_event).collect(),
            coming: coming.into_iter().map(|one| Coming { id: one.event.id, title: one.event.title }).collect(),
            roles: Role::ALL.map(role_word).to_vec(),
            form: Form { language: language.code().to_owned(), ..Form::default() },
            days: INVITATION_LASTS.num_days(),
            second_factor: store::organisation::second_factor_required(db, std::iter::once(slug.as_str())).await?,
            minutes: ACCESS_LASTS.num_minutes(),
            notice: String::new(),
            errors: Vec::new(),
        })
    }
}

const MOST_EVENTS_SHOWN: u64 = 200;

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let organisation = acting.owned(&site, &slug).await?;
    let notice = match asked(query.as_deref(), "gjort").as_deref() {
        Some("invitert") => "invited",
        Some("endra") => "changed",
        Some("fjerna") => "removed",
        Some("krav") => "second",
        _ => "",
    };
    let page = Roles { notice: notice.to_owned(), ..Roles::read(&site, &acting, &organisation, visit.now).await? };
    Ok(visit.organisation(&FrameOrganisation::from(&organisation)).page(&page))
}

/// Invites somebody.
pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    let organisation = acting.owned(&site, &slug).await?;
    let visit = visit.organisation(&FrameOrganisation::from(&organisation));
    let typed = |name: &str| fields.get(name).unwrap_or_default().trim().chars().take(254).collect::<String>();
    let form =
        Form { email: typed("epost"), role: typed("rolle"), scope: typed("gjeld"), language: typed("brevsprak") };
    if fields.switches_language() {
        let page = Roles { form, ..Roles::read(&site, &acting, &organisation, visit.now).await? };
        return Ok(visit.page(&page));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let errors = match wanted(&site, &slug, &form, visit.now).await? {
        Ok(wanted) => match invite(&site, &acting, &slug, &form, wanted).await? {
            Given::Done | Given::Same => {
                let list = format!("/arrangor/organisasjon/{slug}/tilgang?gjort=invitert");
                return Ok(visit.with_cookies(Redirect::to(&list).into_response()));
            }
            Given::LastOwner => vec![("rolle", "portal-roles-last-owner")],
            Given::TooMany => vec![("gjeld", "portal-roles-too-many")],
        },
        Err(errors) => errors,
    };
    let in_words = |(field, key)| FieldError::new(field, site.host.text.word(visit.language, key, &[]));
    let errors = errors.into_iter().map(in_words).collect();
    let page = Roles { form, errors, ..Roles::read(&site, &acting, &organisation, visit.now).await? };
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

struct Wanted {
    address: String,
    scope: Scope,
    role: Role,
    language: Language,
}

/// Where something is wrong, and the words for it.
type Wrong = Vec<(&'static str, &'static str)>;

/// What the form asks for, or everything that is wrong with it.
async fn wanted(site: &Site, slug: &str, form: &Form, now: DateTime<Utc>) -> Result<Result<Wanted, Wrong>, DbErr> {
    let mut wrong = Vec::new();
    let address = address::normalised(&form.email);
    if address.is_none() {
        wrong.push(("epost", "portal-sign-in-email-wrong"));
    }
    let scope = match form.scope.as_str() {
        "" => Some(Scope::Organisation),
        id => match id.parse::<EventId>() {
            Ok(id) => {
                let coming =
                    store::event::of_organisation_ending_after(&site.host.db.read, slug, now, MOST_EVENTS_SHOWN)
                        .await?;
                coming.iter().any(|listed| listed.event.id == id).then_some(Scope::Event(id))
            }
            Err(_) => None,
        },
    };
    let role = scope.and_then(|scope| scope.role(&form.role));
    match (scope, role) {
        (None, _) => wrong.push(("gjeld", "portal-roles-scope-wrong")),
        (Some(Scope::Event(_)), None) if form.role == "owner" => wrong.push(("rolle", "portal-roles-no-owner")),
        (Some(_), None) => wrong.push(("rolle", "portal-roles-role-wrong")),
        _ => {}
    }
    let language = form.language.parse().unwrap_or(Language::Nn);
    Ok(match (address, scope, role) {
        (Some(address), Some(scope), Some(role)) if wrong.is_empty() => Ok(Wanted { address, scope, role, language }),
        _ => Err(wrong),
    })
}

/// Gives the role, making an account where there is none, and has the letter sent.
async fn invite(site: &Site, acting: &Acting, slug: &str, form: &Form, wanted: Wanted) -> Result<Given, Error> {
    let (work, _) = acting.begin(site, slug).await?;
    let whom = match store::account::with_address(&work.tx, &wanted.address).await? {
        Some(account) => account,
        None => store::account::make(&work.tx, &form.email, &wanted.address, wanted.language, work.now).await?,
    };
    let given = giving::give(&work, acting.account.id, slug, &whom, wanted.scope, Some(wanted.role)).await?;
    if let Given::LastOwner | Given::TooMany = given {
        work.rollback().await;
        return Ok(given);
    }
    giving::invite(&work, slug, &whom).await?;
    work.commit().await?;
    tracing::info!(account.id = %acting.account.id, whom.id = %whom.id, role = role_word(wanted.role), "a role was given");
    Ok(given)
}

/// Requires a second proof of everybody with a role here, or does not.
pub(super) async fn require(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    acting.owned(&site, &slug).await?;
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let required = match fields.get("krev") {
        Some("ja") => true,
        Some("nei") => false,
        _ => return Err(Error::WrongForm),
    };
    let (work, _) = acting.begin(&site, &slug).await?;
    store::organisation::require_second_factor(&work.tx, &slug, required).await?;
    work.commit().await?;
    tracing::info!(account.id = %acting.account.id, required, "a second proof is required, or is not");
    let list = format!("/arrangor/organisasjon/{slug}/tilgang?gjort=krav");
    Ok(visit.with_cookies(Redirect::to(&list).into_response()))
}
