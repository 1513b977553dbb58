use super::account::TIMEZONE;
use super::acting::Acting;
use super::{Site, asked};
use crate::sender::{self, Finding, Findings, Sender, Standing, Wanted, dkim};
use crate::{asking, samples, store};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, Fields, FrameOrganisation, Page, Settings, Visit};
use proto::Localised;
use proto::organisation::Organisation;
use serde::Serialize;

/// The DNS is asked about one organisation at most so often.
const PAUSE: TimeDelta = TimeDelta::seconds(30);

/// Whether letters of an organisation arrive: what the DNS says about the address they come from.
#[derive(Clone, Serialize)]
pub(super) struct SenderPage {
    slug: String,
    name: Localised,
    address: String,
    /// None where it is one of a network of somebody's own, which is not asked for.
    domain: Option<String>,
    asked_at: Option<DateTime<Utc>>,
    timezone: &'static str,
    parts: Vec<Part>,
    pause: i64,
    notice: &'static str,
}

#[derive(Clone, Serialize)]
struct Part {
    kind: &'static str,
    #[serde(flatten)]
    finding: Finding,
}

impl Page for SenderPage {
    const TEMPLATE: &'static str = "portal/sender.html";

    fn samples() -> Vec<Self> {
        let organisation = samples::organisation();
        let none = || Self::of(&organisation, None);
        let page = |parts: Vec<Part>| Self { asked_at: Some(samples::now()), parts, ..none() };
        let part = |kind, standing, word: &str| {
            let finding = Finding {
                standing,
                word: word.to_owned(),
                name: "example.org".to_owned(),
                found: Vec::new(),
                wanted: None,
            };
            Part { kind, finding }
        };
        let with = |part: Part, found: &[&str], wanted: Option<&str>| {
            let wanted = wanted.map(|value| Wanted { name: part.finding.name.clone(), value: value.to_owned() });
            let found = found.iter().map(|record| (*record).to_owned()).collect();
            Part { finding: Finding { found, wanted, ..part.finding }, ..part }
        };
        let key = format!("v=DKIM1; k=rsa; p={}", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A".repeat(12));
        let good = page(vec![
            with(part("mx", Standing::Good, "found"), &["mx1.example.org", "mx2.example.org"], None),
            with(part("spf", Standing::Good, "allows"), &["v=spf1 mx ip4:192.0.2.25 -all"], None),
            with(part("dkim", Standing::Good, "found"), &[&key], None),
            with(part("dmarc", Standing::Good, "meets"), &["v=DMARC1; p=reject"], None),
        ]);
        let bad = page(vec![
            part("mx", Standing::Bad, "refuses"),
            with(
                part("spf", Standing::Bad, "refuses"),
                &["v=spf1 mx \"<script>alert(1)</script> -all"],
                Some("v=spf1 mx ip4:192.0.2.25 -all"),
            ),
            with(part("dkim", Standing::Bad, "other-key"), &["v=DKIM1; p=AAAA"], Some(&key)),
            with(part("dmarc", Standing::Bad, "fails-reject"), &["v=DMARC1; p=reject"], None),
        ]);
        let missing = page(vec![
            part("mx", Standing::Missing, "missing"),
            with(part("spf", Standing::Missing, "missing"), &[], Some("v=spf1 mx ip4:192.0.2.25 ~all")),
            with(part("dkim", Standing::Missing, "missing"), &[], Some(&key)),
            with(part("dmarc", Standing::Missing, "missing"), &[], Some("v=DMARC1; p=none")),
        ]);
        let rest = [
            ["address", "elsewhere", "unsigned", "unclear"],
            ["unasked", "unasked", "unasked", "unasked"],
            ["no-domain", "servers-unknown", "revoked", "several"],
            ["found", "too-many", "found-uncompared", "fails-none"],
            ["found", "include-several", "several", "fails-quarantine"],
            ["found", "allows-anybody", "faulty", "faulty"],
            ["found", "unclear", "found", "meets"],
            ["found", "faulty", "found", "meets"],
            ["found", "several", "found", "meets"],
            ["found", "missing", "found", "meets"],
        ];
        let rest = rest.map(|words| {
            let kinds = ["mx", "spf", "dkim", "dmarc"].into_iter().zip(words);
            page(kinds.map(|(kind, word)| part(kind, Standing::Unclear, word)).collect())
        });
        let faces = [
            none(),
            Self { domain: None, address: "post@intranett.local".to_owned(), ..none() },
            good,
            Self { notice: "wait", ..bad },
            missing,
        ];
        faces.into_iter().chain(rest).collect()
    }
}

impl SenderPage {
    fn of(organisation: &Organisation, kept: Option<(DateTime<Utc>, Findings)>) -> Self {
        let domain = sender::domain(&organisation.sender);
        // What was found about another address says nothing about this one.
        let kept = kept.filter(|(_, findings)| Some(&findings.domain) == domain.as_ref());
        let (asked_at, parts) = match kept {
            Some((at, Findings { mx, spf, dkim, dmarc, .. })) => {
                let parts = [("mx", mx), ("spf", spf), ("dkim", dkim), ("dmarc", dmarc)];
                (Some(at), parts.map(|(kind, finding)| Part { kind, finding }).into())
            }
            None => (None, Vec::new()),
        };
        Self {
            slug: organisation.slug.clone(),
            name: organisation.name.clone(),
            address: organisation.sender.clone(),
            domain,
            asked_at,
            timezone: TIMEZONE,
            parts,
            pause: PAUSE.num_seconds(),
            notice: "",
        }
    }
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    Path(slug): Path<String>,
    acting: Acting,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let organisation = acting.owned(&site, &slug).await?;
    let kept = store::sender_check::of_organisation(&site.host.db.read, &slug).await?;
    let kept = kept.and_then(|row| Some((row.asked_at, row.findings()?)));
    let notice = if asked(query.as_deref(), "gjort").as_deref() == Some("vent") { "wait" } else { "" };
    let page = SenderPage { notice, ..SenderPage::of(&organisation, kept) };
    Ok(visit.organisation(&FrameOrganisation::from(&organisation)).page(&page))
}

/// Asks the DNS, and keeps what it said for whoever looks next.
pub(super) async fn post(
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
    let back = |query: &str| {
        let page = format!("/arrangor/organisasjon/{slug}/avsendar{query}");
        Ok(visit.with_cookies(Redirect::to(&page).into_response()))
    };
    let (work, organisation) = acting.begin(&site, &slug).await?;
    let Some(domain) = sender::domain(&organisation.sender) else {
        work.rollback().await;
        return back("");
    };
    let asked_at = work.now;
    if !store::sender_check::begin(&work.tx, &slug, asked_at, asked_at - PAUSE).await? {
        work.rollback().await;
        return back("?gjort=vent");
    }
    work.commit().await?;
    let sender = known(&site.host.settings, &slug, domain).await;
    let findings = asking::findings(site.host.settings.dns, &sender).await;
    store::sender_check::keep(&site.host.db.write, &slug, asked_at, &findings).await?;
    tracing::info!(account.id = %acting.account.id, organisation = slug, "the DNS was asked about a sender");
    back("")
}

/// What the settings say about how letters of an organisation go out.
async fn known(settings: &Settings, slug: &str, domain: String) -> Sender {
    let returns = settings.bounce_address.as_deref().and_then(sender::domain).unwrap_or_else(|| domain.clone());
    let servers = settings.relay.get(slug).map_or(&settings.spf, |relay| &relay.spf).clone();
    let signing = match settings.dkim.get(slug) {
        None => None,
        Some(key) => {
            // Where mail runs as another user only it can read the key; the record is then found but not compared.
            let written = tokio::fs::read_to_string(&key.key_file).await.unwrap_or_default();
            Some(dkim::Signing {
                domain: key.domain.to_ascii_lowercase(),
                selector: key.selector.clone(),
                algorithm: key.algorithm,
                public_key: dkim::public_key(&written, key.algorithm),
            })
        }
    };
    Sender { domain, returns, servers, signing }
}
