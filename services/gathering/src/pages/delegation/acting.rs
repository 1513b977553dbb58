//! What the forms on the page do, each in one transaction.

use super::{DelegationPage, DeputyForm, Held, NameForm, open, refusal, shown, unknown};
use crate::acting::{self, Person};
use crate::delegation::{NoSeat, Role};
use crate::network_file::is_address;
use crate::pages::Site;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Visit};
use proto::{Language, SeatId};

const LONGEST_NAME: usize = 120;
const LONGEST_REASON: usize = 500;

/// Does what the pressed button says.
pub(in crate::pages) async fn act(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(held) = open(&site, &token).await? else { return Ok(unknown(&visit)) };
    let form = Form { site: &site, held: &held, token: &token, visit: &visit, fields: &fields };
    if fields.switches_language() {
        let page = form.page(Vec::new());
        return shown(&site, visit, &held, StatusCode::OK, &page).await;
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let outcome = match fields.get("what").unwrap_or_default() {
        "name" => form.name().await?,
        "clear" => form.clear().await?,
        "extra" => form.extra().await?,
        "deputy" => form.deputy().await?,
        "remove" => form.remove().await?,
        "decline" => form.decline().await?,
        _ => return Err(Error::WrongForm),
    };
    match outcome {
        Ok(done) => {
            tracing::info!(event.id = %held.case.gathering.id, delegation.id = %held.case.row.id, done, "a delegation changed");
            let to = format!("/delegasjon/{token}?gjort={done}");
            Ok(crate::pages::private(visit.with_cookies(Redirect::to(&to).into_response())))
        }
        Err(errors) => {
            let page = form.page(errors);
            shown(&site, visit, &held, StatusCode::UNPROCESSABLE_ENTITY, &page).await
        }
    }
}

/// What was done, or what is wrong with the form.
type Acted = Result<&'static str, Vec<FieldError>>;

struct Form<'f> {
    site: &'f Site,
    held: &'f Held,
    token: &'f str,
    visit: &'f Visit,
    fields: &'f Fields,
}

impl Form<'_> {
    fn typed(&self, name: &str) -> &str {
        self.fields.get(name).unwrap_or_default().trim()
    }

    fn error(&self, field: &str, key: &str) -> FieldError {
        FieldError::new(field, self.site.host.text.word(self.visit.language, key, &[]))
    }

    /// The page with what was typed.
    fn page(&self, errors: Vec<FieldError>) -> DelegationPage {
        let mut page = DelegationPage::of(self.held, self.token, self.visit, self.site);
        let typed = |name: &str| self.typed(name).to_owned();
        match self.typed("what") {
            "deputy" => page.deputy = DeputyForm { name: typed("deputy_name"), email: typed("deputy_email") },
            "extra" => (page.extra_typed, page.reason) = (typed("extra"), typed("reason")),
            _ => {
                let replaced = page.people.iter().find(|seat| seat.id == self.typed("instead_of"));
                page.form = NameForm {
                    name: typed("name"),
                    email: typed("email"),
                    role: typed("role"),
                    language: typed("language"),
                    municipality: typed("municipality"),
                    replaced: replaced.map(|seat| seat.name.clone()).unwrap_or_default(),
                    instead_of: typed("instead_of"),
                };
            }
        }
        // Somebody else may have filled the last seat meanwhile: then the form is not there, and nothing leads to it.
        let is_there = |field: &str| page.has_field(field);
        let errors = errors.into_iter().map(|error| match is_there(&error.field) {
            true => error,
            false => FieldError::new("", error.text),
        });
        page.errors = errors.collect();
        page
    }

    async fn name(&self) -> Result<Acted, Error> {
        let mut errors = Vec::new();
        let name = self.typed("name");
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            errors.push(self.error("name", "gathering-name-missing"));
        }
        let email = self.typed("email");
        if !is_address(email) {
            errors.push(self.error("email", "gathering-email-wrong"));
        }
        let role = Role::called(self.typed("role"));
        if role.is_none() {
            errors.push(self.error("role", "gathering-role-missing"));
        }
        let (Some(role), true) = (role, errors.is_empty()) else { return Ok(Err(errors)) };
        let language = self.typed("language").parse::<Language>().unwrap_or(self.held.holder.language());
        let municipality = Some(self.typed("municipality").to_owned()).filter(|number| !number.is_empty());
        let person = Person { name: name.to_owned(), email: email.to_owned(), language, role, municipality };
        let instead_of = match self.typed("instead_of") {
            "" => None,
            id => match id.parse::<SeatId>() {
                Ok(id) if self.has(id) => Some(id),
                // They left while the form was filled in: then it is a seat like any other.
                _ => None,
            },
        };
        let work = self.site.bus.begin().await?;
        let Some(mut case) = acting::open(&work.tx, self.held.case.row.id).await? else { return Err(Error::NotFound) };
        match case.name(&work, &person, instead_of).await? {
            Ok(_) => {
                work.commit().await?;
                Ok(Ok(if instead_of.is_some() { "bytt" } else { "namn" }))
            }
            Err(why) => {
                work.rollback().await;
                let field = match why {
                    NoSeat::Twice => "email",
                    NoSeat::RoleFull(_) | NoSeat::KeptFor(_) => "role",
                    NoSeat::Full | NoSeat::Declined | NoSeat::TooLate => "",
                };
                let text = match why {
                    NoSeat::KeptFor(role) => {
                        let role = self.word(&format!("gathering-role-{}", role.word()));
                        self.site.host.text.word(self.visit.language, refusal(why), &[("role", role.as_str().into())])
                    }
                    _ => self.word(refusal(why)),
                };
                Ok(Err(vec![FieldError::new(field, text)]))
            }
        }
    }

    fn word(&self, key: &str) -> String {
        self.site.host.text.word(self.visit.language, key, &[])
    }

    fn has(&self, seat: SeatId) -> bool {
        self.held.case.seats.iter().any(|own| own.id == seat.0 && own.is_living())
    }

    async fn clear(&self) -> Result<Acted, Error> {
        let seat = self.typed("seat").parse::<SeatId>().ok().filter(|seat| self.has(*seat));
        let (Some(seat), false) = (seat, self.held.case.is_over(self.visit.now)) else {
            return Ok(Err(vec![self.error("", "gathering-no-such-seat")]));
        };
        let work = self.site.bus.begin().await?;
        let Some(mut case) = acting::open(&work.tx, self.held.case.row.id).await? else { return Err(Error::NotFound) };
        case.clear(&work, seat).await?;
        work.commit().await?;
        Ok(Ok("meld-av"))
    }

    async fn extra(&self) -> Result<Acted, Error> {
        let case = &self.held.case;
        let most = case.gathering.rules().extra;
        let wanted = self.typed("extra").parse::<u32>().ok().filter(|wanted| (1..=most).contains(wanted));
        let Some(wanted) = wanted else { return Ok(Err(vec![self.error("extra", "gathering-extra-wrong")])) };
        if case.is_over(self.visit.now) || case.row.declined_at.is_some() {
            return Ok(Err(vec![self.error("", "gathering-no-seat-late")]));
        }
        // Lines may end; other control characters say nothing, and no database keeps all of them.
        let said = self.typed("reason").chars().filter(|character| *character == '\n' || !character.is_control());
        let reason: String = said.take(LONGEST_REASON).collect();
        let work = self.site.bus.begin().await?;
        let Some(mut case) = acting::open(&work.tx, case.row.id).await? else { return Err(Error::NotFound) };
        case.ask_for_more(&work, wanted, &reason).await?;
        work.commit().await?;
        Ok(Ok("fleire"))
    }

    async fn deputy(&self) -> Result<Acted, Error> {
        let (name, email) = (self.typed("deputy_name"), self.typed("deputy_email"));
        let mut errors = Vec::new();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            errors.push(self.error("deputy_name", "gathering-name-missing"));
        }
        if !is_address(email) {
            errors.push(self.error("deputy_email", "gathering-email-wrong"));
        }
        if self.held.case.is_over(self.visit.now) {
            errors.push(self.error("", "gathering-no-seat-late"));
        }
        if !errors.is_empty() {
            return Ok(Err(errors));
        }
        let work = self.site.bus.begin().await?;
        let Some(case) = acting::open(&work.tx, self.held.case.row.id).await? else { return Err(Error::NotFound) };
        if !case.add_deputy(&work, name, email, self.held.holder.language()).await? {
            work.rollback().await;
            return Ok(Err(vec![self.error("deputy_email", "gathering-deputy-not")]));
        }
        work.commit().await?;
        Ok(Ok("vara"))
    }

    async fn remove(&self) -> Result<Acted, Error> {
        let deputy = self.typed("holder").parse().ok().filter(|id| *id != self.held.holder.id);
        // Also when nothing else can be done any more: names are still seen.
        if let Some(deputy) = deputy {
            let work = self.site.bus.begin().await?;
            if let Some(case) = acting::open(&work.tx, self.held.case.row.id).await? {
                case.remove_deputy(&work, deputy).await?;
            }
            work.commit().await?;
        }
        Ok(Ok("vara-bort"))
    }

    async fn decline(&self) -> Result<Acted, Error> {
        if self.typed("sure") != "yes" {
            return Ok(Err(vec![self.error("sure", "gathering-decline-sure")]));
        }
        if self.held.case.is_over(self.visit.now) {
            return Ok(Err(vec![self.error("", "gathering-no-seat-late")]));
        }
        let work = self.site.bus.begin().await?;
        let Some(mut case) = acting::open(&work.tx, self.held.case.row.id).await? else { return Err(Error::NotFound) };
        if case.row.declined_at.is_none() {
            case.decline(&work).await?;
        }
        work.commit().await?;
        Ok(Ok("avslag"))
    }
}
