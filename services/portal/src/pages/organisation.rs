use super::acting::Acting;
use super::{Site, asked};
use crate::logo::{LARGEST, Made, made};
use crate::organisation_edit::{Details, Field, Form};
use crate::organisation_file::{LONGEST_RETENTION, What};
use crate::store::organisation::Model;
use crate::{samples, store};
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, FrameOrganisation, Page, Visit};
use proto::organisation::{Logo, Organisation, OrganisationChanged, Theme};
use proto::{Language, Localised};
use serde::Serialize;
use std::collections::BTreeMap;
use text::Arg;

/// What an organisation says of itself, and where its owners change it.
#[derive(Clone, Serialize)]
pub(super) struct OrganisationPage {
    slug: String,
    name: Localised,
    /// Of what is shown, to notice when somebody else has changed it meanwhile.
    revision: i64,
    languages: Vec<Spoken>,
    form: Form,
    most_days: u16,
    themes: [&'static str; 6],
    logo: Option<Logo>,
    alt: BTreeMap<Language, String>,
    largest: usize,
    /// Where what is kept now is another than what was typed.
    differs: Vec<Difference>,
    meanwhile: bool,
    notice: &'static str,
    errors: Vec<FieldError>,
}

#[derive(Clone, Serialize)]
struct Spoken {
    code: &'static str,
    name: String,
    basis: String,
    alt: String,
    required: bool,
}

#[derive(Clone, Serialize)]
struct Difference {
    field: &'static str,
    language: Option<&'static str>,
    now: String,
}

impl Page for OrganisationPage {
    const TEMPLATE: &'static str = "portal/organisation.html";

    fn samples() -> Vec<Self> {
        let mut organisation = samples::organisation();
        let details = Details {
            email: Some("post@example.org".to_owned()),
            phone: Some("+47 00 00 00 00".to_owned()),
            legal_basis: Localised::from([(Language::Nn, "Oppgåve i allmenta si interesse (artikkel 6 nr. 1 e).")]),
        };
        let plain = Self::of(&organisation, 3, Form::of(&organisation, &details));
        let alt = Localised::from([(Language::Nn, "Distriktssenteret: ein blå fjord")]);
        organisation.logo =
            Some(Logo { path: "/logo/distriktssenteret-x.png".to_owned(), width: 640, height: 192, alt });
        let with_logo = Self::of(&organisation, 4, Form::of(&organisation, &Details::default()));
        let mut typed = Form::of(&organisation, &details);
        typed.name.insert(Language::Nb, "\"><script>alert(1)</script>".to_owned());
        let differs = typed.differs(&Form::of(&organisation, &Details::default()));
        let meanwhile = Self {
            meanwhile: true,
            differs: differs.into_iter().map(Difference::from).collect(),
            ..Self::of(&organisation, 5, typed.clone())
        };
        let errors = vec![
            FieldError::new("namn-nb", "Skriv namnet på bokmål"),
            FieldError::new("dagar", "Skriv eit tal frå 1 til 730"),
            FieldError::new("bilete", "Vel ei fil"),
        ];
        vec![
            plain.clone(),
            Self { notice: "saved", ..with_logo },
            meanwhile,
            Self { errors, ..Self::of(&organisation, 5, typed) },
        ]
    }
}

impl From<(Field, String)> for Difference {
    fn from((field, now): (Field, String)) -> Self {
        Self { field: field.word(), language: field.language().map(Language::code), now }
    }
}

impl OrganisationPage {
    fn of(organisation: &Organisation, revision: i64, form: Form) -> Self {
        let alt = organisation.logo.as_ref().map(|logo| logo.alt.0.clone()).unwrap_or_default();
        let text = |texts: &BTreeMap<Language, String>, language| texts.get(&language).cloned().unwrap_or_default();
        let spoken = |language: Language| Spoken {
            code: language.code(),
            name: text(&form.name, language),
            basis: text(&form.legal_basis, language),
            alt: text(&alt, language),
            required: form.required.contains(&language),
        };
        Self {
            slug: organisation.slug.clone(),
            name: organisation.name.clone(),
            revision,
            languages: Language::ALL.map(spoken).to_vec(),
            form,
            most_days: LONGEST_RETENTION,
            themes: Theme::ALL.map(Theme::word),
            logo: organisation.logo.clone(),
            alt,
            largest: LARGEST / 1024,
            differs: Vec::new(),
            meanwhile: false,
            notice: "",
            errors: Vec::new(),
        }
    }
}

/// The organisation as it is kept, for its owners.
async fn kept(site: &Site, acting: &Acting, slug: &str) -> Result<(Model, Organisation, Details), Error> {
    acting.owned(site, slug).await?;
    store::organisation::row(&site.host.db.read, slug).await?.ok_or(Error::NotFound)
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let (row, organisation, details) = kept(&site, &acting, &slug).await?;
    let notice = if asked(query.as_deref(), "gjort").as_deref() == Some("lagra") { "saved" } else { "" };
    let form = Form::of(&organisation, &details);
    let page = OrganisationPage { notice, ..OrganisationPage::of(&organisation, row.revision, form) };
    Ok(visit.organisation(&FrameOrganisation::from(&organisation)).page(&page))
}

/// Keeps what was typed, unless somebody else has kept something else meanwhile.
pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    let (row, organisation, _) = kept(&site, &acting, &slug).await?;
    let visit = visit.organisation(&FrameOrganisation::from(&organisation));
    let seen: Option<i64> = fields.get("revisjon").and_then(|seen| seen.parse().ok());
    let form = Form::read(|name| fields.get(name), fields.all("krav"));
    let shown = |form: Form| OrganisationPage::of(&organisation, seen.unwrap_or(row.revision), form);
    if fields.switches_language() {
        return Ok(visit.page(&shown(form)));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    if let Err(wrong) = form.checked(&organisation) {
        let in_words = |(field, key): (Field, &str)| {
            let language = field.language().map(|code| format!("frame-name-{}", code.code()));
            let language = language.map(|key| site.host.text.word(visit.language, &key, &[])).unwrap_or_default();
            let args = [("language", Arg::Text(&language)), ("most", Arg::Number(i64::from(LONGEST_RETENTION)))];
            FieldError::new(field.id(), site.host.text.word(visit.language, key, &args))
        };
        let errors = wrong.into_iter().map(in_words).collect();
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &OrganisationPage { errors, ..shown(form) }));
    }
    let (work, _) = acting.begin(&site, &slug).await?;
    let (row, before, details) = store::organisation::row(&work.tx, &slug).await?.ok_or(Error::NotFound)?;
    if seen != Some(row.revision) {
        work.rollback().await;
        let now = Form::of(&before, &details);
        let differs = form.differs(&now).into_iter().map(Difference::from).collect();
        let page = OrganisationPage { meanwhile: true, differs, ..OrganisationPage::of(&before, row.revision, form) };
        return Ok(visit.page_with(StatusCode::CONFLICT, &page));
    }
    // What was right a moment ago still is: nothing of it depends on what is kept.
    if let Ok((after, new_details)) = form.checked(&before)
        && (&after, &new_details) != (&before, &details)
    {
        let changed = store::organisation::change(&work.tx, &row, after, Some(&new_details), work.now).await?;
        work.say(&OrganisationChanged { organisation: changed });
    }
    work.commit().await?;
    tracing::info!(account.id = %acting.account.id, organisation = slug, "an organisation was changed on its page");
    Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/organisasjon/{slug}?gjort=lagra")).into_response()))
}

/// Takes another logo, or takes it away.
pub(super) async fn logo(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    request: Request,
) -> Result<Response, Error> {
    let (row, organisation, details) = kept(&site, &acting, &slug).await?;
    let visit = visit.organisation(&FrameOrganisation::from(&organisation));
    let upload = uploads::read(request, LARGEST).await?;
    if !visit.genuine(upload.csrf()) {
        return Err(Error::NotGenuine);
    }
    let texts = Language::ALL.into_iter().filter_map(|language| {
        let text = upload.get(&format!("alt-{}", language.code())).trim().chars().take(300).collect::<String>();
        (!text.is_empty()).then_some((language, text))
    });
    let alt: BTreeMap<Language, String> = texts.collect();
    let wanted = wanted_logo(&organisation, upload.get("fjern") == "ja", upload.content, &alt).await?;
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err((field, key)) => {
            let args = [("most", Arg::Number(i64::try_from(LARGEST / 1024).unwrap_or_default()))];
            let errors = vec![FieldError::new(field, site.host.text.word(visit.language, key, &args))];
            let mut page = OrganisationPage::of(&organisation, row.revision, Form::of(&organisation, &details));
            for spoken in &mut page.languages {
                spoken.alt =
                    spoken.code.parse().ok().and_then(|code: Language| alt.get(&code).cloned()).unwrap_or_default();
            }
            return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &OrganisationPage { errors, ..page }));
        }
    };
    let (work, _) = acting.begin(&site, &slug).await?;
    let (row, before, _) = store::organisation::row(&work.tx, &slug).await?.ok_or(Error::NotFound)?;
    // A logo is one thing: whoever comes last has said which it is, and sees it.
    let logo = match wanted {
        Wanted::Removed => {
            store::logo::delete(&work.tx, &slug).await?;
            None
        }
        Wanted::Described => before.logo.clone().map(|logo| Logo { alt: Localised(alt), ..logo }),
        Wanted::New(made) => {
            store::logo::keep(&work.tx, &slug, &made.file, made.png).await?;
            Some(made.logo)
        }
    };
    if logo != before.logo {
        let after = Organisation { logo, ..before };
        let changed = store::organisation::change(&work.tx, &row, after, None, work.now).await?;
        work.say(&OrganisationChanged { organisation: changed });
    }
    work.commit().await?;
    tracing::info!(account.id = %acting.account.id, organisation = slug, "a logo was changed on its page");
    Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/organisasjon/{slug}?gjort=lagra")).into_response()))
}

/// What becomes of the logo.
enum Wanted {
    Removed,
    /// The picture stays, and is told otherwise.
    Described,
    New(Box<Made>),
}

async fn wanted_logo(
    organisation: &Organisation,
    remove: bool,
    content: Vec<u8>,
    alt: &BTreeMap<Language, String>,
) -> Result<Result<Wanted, (&'static str, &'static str)>, Error> {
    if remove {
        return Ok(Ok(Wanted::Removed));
    }
    if alt.is_empty() {
        return Ok(Err(("alt-nn", "portal-organisation-wrong-alt")));
    }
    if content.is_empty() {
        return Ok(match organisation.logo {
            Some(_) => Ok(Wanted::Described),
            None => Err(("bilete", "portal-organisation-wrong-file")),
        });
    }
    let (slug, alt) = (organisation.slug.clone(), Localised(alt.clone()));
    // Unpacking takes its time, and others are waiting.
    let made = tokio::task::spawn_blocking(move || made(&slug, &content, alt)).await.map_err(anyhow::Error::from)?;
    let why = |what: What| match what {
        What::LogoTooLarge { .. } => "portal-organisation-wrong-large",
        What::LogoMarkup => "portal-organisation-wrong-markup",
        What::LogoPixels => "portal-organisation-wrong-pixels",
        What::LogoDamaged => "portal-organisation-wrong-damaged",
        _ => "portal-organisation-wrong-picture",
    };
    Ok(made.map(|made| Wanted::New(Box::new(made))).map_err(|what| ("bilete", why(what))))
}
