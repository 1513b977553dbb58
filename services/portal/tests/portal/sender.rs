use crate::browser::Browser;
use crate::dns::{Dns, Stands};
use crate::world::{enter, organisations};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind, TestHost, host};
use host::{DkimAlgorithm, DkimKey, Host, SpfTerm};
use portal::store;
use proto::account::Role;
use std::sync::Arc;
use std::time::{Duration, Instant};

const PAGE: &str = "/arrangor/organisasjon/distriktssenteret/avsendar";
/// 32 bytes in base64, and what is the public half of them.
const SEED: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
const PUBLIC: &str = "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";

/// A host that asks this server, and signs letters of Distriktssenteret.
async fn asking(kind: Kind, dns: &Dns) -> TestHost {
    let mut host = host(kind, portal::NAME).await;
    let mut settings = (*host.host.settings).clone();
    std::fs::create_dir_all(&settings.data).expect("a folder");
    let key_file = settings.data.join("dkim");
    std::fs::write(&key_file, SEED).expect("a key");
    let key = DkimKey {
        domain: "example.org".to_owned(),
        selector: "mp1".to_owned(),
        key_file,
        algorithm: DkimAlgorithm::Ed25519,
    };
    settings.dkim.insert("distriktssenteret".to_owned(), key);
    settings.spf = vec![SpfTerm::Address("192.0.2.25".parse().expect("an address"))];
    settings.dns = Some(dns.address);
    host.host.settings = Arc::new(settings);
    organisations(&host).await;
    host
}

async fn kari(host: &Host) -> Browser {
    enter(host, "kari@example.org", "distriktssenteret", Role::Owner).await
}

async fn ask(browser: &mut Browser) -> String {
    assert_eq!(browser.post(PAGE, PAGE, &[]).await.location(), PAGE);
    browser.get(PAGE).await.text
}

fn txt(name: &'static str, text: &str) -> Stands {
    Stands::Txt(name, text.to_owned())
}

#[tokio::test]
async fn what_the_dns_says_is_shown_with_the_record_to_ask_for() {
    for kind in KINDS {
        let long = format!("verification={}", "x".repeat(600));
        let zone = vec![
            txt("example.org", &long),
            txt("example.org", "v=spf1 include:spf.post.example -all"),
            txt("spf.post.example", "v=spf1 ip4:198.51.100.0/24 -all"),
            txt("mp1._domainkey.example.org", "v=DKIM1; k=ed25519; p=QU5O\"<script>"),
            txt("_dmarc.example.org", "v=DMARC1; p=reject"),
            Stands::Mx("example.org", "MX1.example.org."),
        ];
        let dns = Dns::serving(zone).await;
        let host = asking(kind, &dns).await;
        let mut kari = kari(&host).await;
        let organisation = "/arrangor/organisasjon/distriktssenteret";
        assert!(kari.get(organisation).await.text.contains(&format!("href=\"{PAGE}\"")));
        let before = kari.get(PAGE).await.text;
        assert!(before.contains("pamelding@example.org") && !before.contains("mx1.example.org"));
        assert!(dns.asked.lock().expect("a list").is_empty(), "looking asks nobody");
        let page = ask(&mut kari).await;
        for words in [
            "<code class=\"mp-record\">mx1.example.org</code>",
            "v=spf1 include:spf.post.example ip4:192.0.2.25 -all",
            "Det står ein annan nøkkel der",
            &format!("v=DKIM1; k=ed25519; p={PUBLIC}"),
            "QU5O&quot;&lt;script&gt;",
            "mottakarar blir bedne om å avvise dei",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("verification="), "what is about something else is not shown");
    }
}

#[tokio::test]
async fn when_all_is_well_the_page_says_so() {
    let zone = vec![
        txt("example.org", "v=spf1 mx -all"),
        Stands::Mx("example.org", "mx1.example.org."),
        Stands::Address("mx1.example.org", "192.0.2.25".parse().expect("an address")),
        txt("mp1._domainkey.example.org", &format!("v=DKIM1; k=ed25519; p={PUBLIC}")),
        txt("_dmarc.example.org", "v=DMARC1; p=quarantine"),
    ];
    let dns = Dns::serving(zone).await;
    let host = asking(Kind::Sqlite, &dns).await;
    let page = ask(&mut kari(&host).await).await;
    assert_eq!(page.matches("data-color=\"success\">I orden").count(), 4, "{page}");
}

#[tokio::test]
async fn a_server_that_is_silent_fails_or_is_not_there_is_told_of_in_time() {
    let silence = ["example.org", "mp1._domainkey.example.org", "_dmarc.example.org"];
    for zone in [silence.map(Stands::Silence), silence.map(Stands::Failure)] {
        let dns = Dns::serving(zone.into()).await;
        let host = asking(Kind::Sqlite, &dns).await;
        let begun = Instant::now();
        let page = ask(&mut kari(&host).await).await;
        assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
        assert_eq!(page.matches("DNS svara ikkje").count(), 4, "{page}");
    }
    let gone = Dns::serving(Vec::new()).await.address;
    let mut nobody = Dns::serving(Vec::new()).await;
    nobody.address = gone;
    let host = asking(Kind::Sqlite, &nobody).await;
    assert_eq!(ask(&mut kari(&host).await).await.matches("DNS svara ikkje").count(), 4);
}

#[tokio::test]
async fn it_is_asked_seldom_and_what_was_found_belongs_to_the_address() {
    for kind in KINDS {
        let dns = Dns::serving(Vec::new()).await;
        let host = asking(kind, &dns).await;
        let mut kari = kari(&host).await;
        assert!(ask(&mut kari).await.contains("Domenet finst ikkje"));
        let asked = dns.asked.lock().expect("a list").len();
        let again = kari.post(PAGE, PAGE, &[]).await;
        assert_eq!(again.location(), format!("{PAGE}?gjort=vent"));
        let told = kari.get(again.location()).await.text;
        assert!(told.contains("Vent litt") && told.contains("Domenet finst ikkje"));
        assert_eq!(dns.asked.lock().expect("a list").len(), asked, "nobody was asked again");
        host.clock.advance(TimeDelta::seconds(31));
        ask(&mut kari).await;
        assert!(dns.asked.lock().expect("a list").len() > asked);

        let elsewhere = "https://example.org/personvern";
        let fields = [
            ("revisjon", "1"),
            ("namn-nn", "D"),
            ("namn-nb", "D"),
            ("krav", "nn"),
            ("krav", "nb"),
            ("dagar", "180"),
            ("tema", "blue"),
            ("personvern", elsewhere),
            ("tilgjenge", elsewhere),
            ("avsendar", "post@intranett.local"),
        ];
        let organisation = "/arrangor/organisasjon/distriktssenteret";
        assert_eq!(kari.post(organisation, organisation, &fields).await.status, StatusCode::SEE_OTHER);
        let page = kari.get(PAGE).await.text;
        assert!(page.contains("internt nett") && !page.contains("Domenet finst ikkje"));
        let asked = dns.asked.lock().expect("a list").len();
        assert_eq!(kari.post("/arrangor/konto", PAGE, &[]).await.location(), PAGE);
        assert_eq!(dns.asked.lock().expect("a list").len(), asked, "what is nobody else's is not asked for");
    }
}

#[tokio::test]
async fn only_owners_ask_about_their_own_organisation() {
    for kind in KINDS {
        let dns = Dns::serving(Vec::new()).await;
        let host = asking(kind, &dns).await;
        for role in Role::ALL {
            for slug in ["distriktssenteret", "bylivsenteret"] {
                if (role, slug) == (Role::Owner, "distriktssenteret") {
                    continue;
                }
                let mut somebody = enter(&host, &format!("{role:?}@{slug}.example"), slug, role).await;
                assert_eq!(somebody.get(PAGE).await.status, StatusCode::NOT_FOUND, "{role:?} in {slug}");
                assert_eq!(somebody.post("/arrangor/konto", PAGE, &[]).await.status, StatusCode::NOT_FOUND);
            }
        }
        let mut owner = kari(&host).await;
        assert_eq!(owner.get("/arrangor/organisasjon/finst-ikkje/avsendar").await.status, StatusCode::NOT_FOUND);
        assert_eq!(owner.post_plain(PAGE, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(Browser::new(&host).await.get(PAGE).await.status, StatusCode::SEE_OTHER);
        assert!(dns.asked.lock().expect("a list").is_empty());
        let kept = store::sender_check::of_organisation(&host.db.read, "distriktssenteret").await.expect("read");
        assert_eq!(kept, None);
    }
}
