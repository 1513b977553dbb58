//! `/arrangor/samling/{slug}/materiale`: organisers attach documents, indicators and good examples to a gathering.

use super::missing::seen;
use super::{Site, answered, material, private};
use crate::material::{LARGEST, MOST, Shown, Typed, examples, fit};
use crate::store::material::{Kind, Model, Texts, delete, insert, of};
use crate::store::{gathering, organisation};
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role as Right;
use proto::{EventId, Language, Localised};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

#[derive(Clone, Serialize)]
pub(super) struct MaterialsPage {
    slug: String,
    network: String,
    title: Localised,
    materials: Vec<Shown>,
    /// What the form is for, and what it can be for.
    kind: Kind,
    kinds: Vec<KindView>,
    /// Every language, and whether the organisation needs it.
    languages: Vec<LanguageView>,
    typed: Typed,
    may_act: bool,
    saved: bool,
    errors: Vec<FieldError>,
}

#[derive(Clone, Copy, Serialize)]
struct KindView {
    kind: Kind,
    slug: &'static str,
}

#[derive(Clone, Copy, Serialize)]
struct LanguageView {
    code: Language,
    required: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    nytt: String,
    #[serde(default)]
    lagra: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let gathering = seen(&site, &organiser, &slug).await?;
    let kind = Kind::called(&asked.nytt).unwrap_or(Kind::Document);
    let mut page = page(&site, &gathering, &organiser, kind).await?;
    page.saved = !asked.lagra.is_empty();
    answered(&site, visit, &gathering, StatusCode::OK, &page).await
}

/// A document, whoever else may see it.
pub(super) async fn file(
    State(site): State<Site>,
    organiser: Organiser,
    Path((slug, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let gathering = seen(&site, &organiser, &slug).await?;
    let facts = material::of(&site, &gathering, &id).await?;
    Ok(private(material::sent(&site, &facts, &asked).await?))
}

/// Attaches something.
pub(super) async fn add(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, kind)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Error> {
    let gathering = acted_on(&site, &organiser, &slug).await?;
    let kind = Kind::called(&kind).ok_or(Error::NotFound)?;
    let upload = uploads::read(request, LARGEST).await?;
    if !visit.genuine(upload.csrf()) {
        return Err(Error::NotGenuine);
    }
    let typed = Typed::read(|name| upload.get(name));
    let (file_name, content) = (upload.file_name.clone(), upload.content);
    // A form without a file chosen sends an empty one without a name.
    let is_sent = kind == Kind::Document && !(file_name.is_empty() && content.is_empty());
    let (checked, content) = tokio::task::spawn_blocking(move || {
        let checked = is_sent.then(|| uploads::checked(&upload.file_name, &content, LARGEST));
        (checked, content)
    })
    .await
    .map_err(|error| Error::Internal(error.into()))?;
    let required = required(&site, &gathering).await?;
    let work = site.bus.begin().await?;
    gathering::locked(&work.tx, gathering.id).await?;
    let all = of(&work.tx, gathering.id).await?;
    let fit = match fit(kind, &typed, &required, checked.as_ref()) {
        Ok(_) if all.len() >= MOST => Err(vec![(String::new(), "gathering-material-many")]),
        fit => fit,
    };
    let fit = match fit {
        Ok(fit) => fit,
        Err(wrong) => {
            work.rollback().await;
            let mut page = page(&site, &gathering, &organiser, kind).await?;
            let word = |key: &str| site.host.text.word(visit.language, key, &[]);
            page.errors = wrong.into_iter().map(|(field, key)| FieldError::new(field, word(key))).collect();
            page.typed = typed;
            return answered(&site, visit, &gathering, StatusCode::UNPROCESSABLE_ENTITY, &page).await;
        }
    };
    let format = checked.and_then(Result::ok);
    let sha256: String = match format {
        Some(_) => Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect(),
        None => String::new(),
    };
    // The form may have been sent twice.
    let again = all.iter().any(|one| {
        one.kind == kind
            && one.title.0 == typed.title
            && one.sha256 == sha256
            && one.link == fit.link
            && one.value == typed.value
    });
    if !again {
        let content = if format.is_some() { content } else { Vec::new() };
        let row = Model {
            id: Uuid::now_v7(),
            gathering: gathering.id,
            kind,
            for_all: typed.for_all,
            title: Texts(typed.title),
            description: Texts(typed.description),
            value: typed.value,
            unit: typed.unit,
            source: typed.source,
            municipality: fit.municipality,
            link: fit.link,
            file_name: format.map(|format| uploads::file_name(&file_name, format)).unwrap_or_default(),
            media_type: format.map_or("", uploads::Format::media_type).to_owned(),
            size: i64::try_from(content.len()).unwrap_or(i64::MAX),
            sha256,
            content,
            added_at: work.now,
        };
        insert(&work.tx, row).await?;
    }
    work.commit().await?;
    tracing::info!(event.id = %gathering.id, account.id = %organiser.account, kind = kind.slug(), "something was attached to a gathering");
    let to = format!("/arrangor/samling/{slug}/materiale?lagra=1&nytt={}", kind.slug());
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

/// Takes something away again.
pub(super) async fn remove(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let gathering = acted_on(&site, &organiser, &slug).await?;
    if let Some(id) = fields.get("material").and_then(|id| id.parse::<Uuid>().ok()) {
        let work = site.bus.begin().await?;
        delete(&work.tx, gathering.id, id).await?;
        work.commit().await?;
    }
    let to = format!("/arrangor/samling/{slug}/materiale?lagra=1");
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

/// The gathering, for those who may change it.
async fn acted_on(site: &Site, organiser: &Organiser, slug: &str) -> Result<gathering::Model, Error> {
    let gathering = seen(site, organiser, slug).await?;
    match organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Editor) {
        true => Ok(gathering),
        false => Err(Error::NotFound),
    }
}

/// The languages that the organisation needs every text in.
async fn required(site: &Site, gathering: &gathering::Model) -> Result<Vec<Language>, Error> {
    let found = organisation::named(&site.host.db.read, &[&gathering.organisation]).await?;
    Ok(found.into_iter().next().map(|one| one.required_languages).unwrap_or_default())
}

async fn page(
    site: &Site,
    gathering: &gathering::Model,
    organiser: &Organiser,
    kind: Kind,
) -> Result<MaterialsPage, Error> {
    let below = format!("/arrangor/samling/{}/materiale", gathering.slug);
    let required = required(site, gathering).await?;
    Ok(MaterialsPage {
        slug: gathering.slug.clone(),
        network: gathering.network.clone(),
        title: gathering.event().title.clone(),
        materials: material::shown(site, gathering, &below, |_| true).await?,
        kind,
        kinds: kinds(),
        languages: languages(&required),
        typed: Typed::default(),
        may_act: organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Editor),
        saved: false,
        errors: Vec::new(),
    })
}

fn kinds() -> Vec<KindView> {
    Kind::ALL.map(|kind| KindView { kind, slug: kind.slug() }).to_vec()
}

fn languages(required: &[Language]) -> Vec<LanguageView> {
    Language::ALL.into_iter().map(|code| LanguageView { code, required: required.contains(&code) }).collect()
}

impl Page for MaterialsPage {
    const TEMPLATE: &'static str = "gathering/materials.html";

    fn samples() -> Vec<Self> {
        let whole = Self {
            slug: "byregionar".to_owned(),
            network: "byregionprogrammet".to_owned(),
            title: Localised::from([(Language::Nn, "Nettverkssamling for byregionar")]),
            materials: examples(),
            kind: Kind::Document,
            kinds: kinds(),
            languages: languages(&[Language::Nn, Language::Nb]),
            typed: Typed::default(),
            may_act: true,
            saved: false,
            errors: Vec::new(),
        };
        let error = |field: &str, text: &str| FieldError::new(field, text);
        let typed = Typed {
            title: Localised::from([(Language::Nn, "\"><script>alert(1)</script>")]),
            municipality: "Herøy <b>Nils".to_owned(),
            for_all: true,
            ..Typed::default()
        };
        vec![
            whole.clone(),
            Self { kind: Kind::Indicator, saved: true, materials: Vec::new(), ..whole.clone() },
            Self {
                kind: Kind::Example,
                typed,
                errors: vec![
                    error("title-nb", "Skriv tittelen"),
                    error("municipality", "Vel kommune"),
                    error("description-nn", "Skriv noko"),
                ],
                ..whole.clone()
            },
            Self { errors: vec![error("file", "Fila er skadd"), error("link", "Skriv ei adresse")], ..whole.clone() },
            Self { may_act: false, ..whole },
        ]
    }
}
