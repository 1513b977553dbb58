use crate::browser::Browser;
use crate::world::{enter, enter_with, newest_link, organisations};
use axum::http::StatusCode;
use bus::testing::said_of;
use chrono::TimeDelta;
use host::testing::{KINDS, host};
use portal::store;
use proto::Language;
use proto::account::{Role, SignInRequested};

const PAGE: &str = "/arrangor/konto";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_it_there() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let who = ("kari@example.org", "distriktssenteret", Role::Reader);
        let mut desk = enter_with(&host, who, FIREFOX).await;
        host.clock.advance(TimeDelta::hours(2));
        let mut phone = enter_with(&host, who, IPHONE).await;
        let page = desk.get(PAGE).await.text;
        assert!(page.contains("Firefox, Linux (denne)") && page.contains("Safari, iPhone"), "{page}");
        assert!(page.contains("kari@example.org") && page.contains("ser deltakarlista"));
        let mut ola = enter(&host, "ola@example.org", "bylivsenteret", Role::Owner).await;
        let end =
            page.split("action=\"/arrangor/konto/okt/").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
        let end = format!("{PAGE}/okt/{end}");
        assert_eq!(
            ola.post(PAGE, &end, &[]).await.status,
            StatusCode::SEE_OTHER,
            "and does not tell that it is another's"
        );
        assert_eq!(phone.get(PAGE).await.status, StatusCode::OK, "nobody ends the session of another");
        assert_eq!(desk.post_plain(&end, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(desk.post(PAGE, &end, &[]).await.location(), "/arrangor/konto?gjort=avslutta");
        assert_eq!(phone.get(PAGE).await.status, StatusCode::SEE_OTHER, "here it is at an end at once");
        assert_eq!(desk.get(PAGE).await.status, StatusCode::OK);
        assert!(!desk.get(PAGE).await.text.contains("iPhone"));
    }
}

#[tokio::test]
async fn letters_come_in_the_language_that_was_chosen() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let chosen = kari.post(PAGE, "/arrangor/konto/sprak", &[("malform", "sv")]).await;
        assert_eq!(chosen.location(), "/arrangor/konto?gjort=sprak&sprak=sv");
        assert!(kari.get(chosen.location()).await.text.contains("<html lang=\"sv\""));
        assert!(kari.get(PAGE).await.text.contains("<html lang=\"sv\""), "the browser remembers it");

        let mut other = Browser::new(&host).await;
        other.post("/arrangor/logg-inn", "/arrangor/logg-inn", &[("epost", "kari@example.org")]).await;
        let link = newest_link(&host).await;
        other.post(&link, &link, &[]).await;
        let account =
            store::account::with_address(&host.db.write, "kari@example.org").await.expect("read").expect("one");
        assert_eq!(account.language, Language::Sv, "a visit in another language changes nothing");
        let own = "/arrangor/organisasjon/distriktssenteret/tilgang";
        let again = [("epost", "kari@example.org"), ("rolle", "owner"), ("brevsprak", "en")];
        kari.post(own, own, &again).await;
        assert_eq!(said_of::<SignInRequested>(&host.db).await.pop().expect("said").language, Language::Sv);
        assert_eq!(
            kari.post(PAGE, "/arrangor/konto/sprak", &[("malform", "xx")]).await.status,
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        );
    }
}
