use crate::hears::Hearing;
use crate::programme::Programme;
use crate::releasing::{self, Releasing};
use crate::store::{conference, version};
use crate::{Imported, NAME, import};
use bus::{Bus, Carrier, Hears, Work};
use host::Host;
use host::testing::{Kind, TestHost};
use proto::event::{Event, EventPublished};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::{Registration, State};
use proto::{EventId, Language, Localised, Message, RegistrationId};
use uuid::Uuid;

/// A file without problems, for two days in May 2027.
pub(crate) const FILE: &str = include_str!("../programme_file/whole.toml");
pub(crate) const SLUG: &str = "bylivkonferansen-2027";

/// The service in a fresh place, with the organisations it needs.
pub(crate) struct World {
    _test: TestHost,
    pub(crate) host: Host,
    pub(crate) bus: Bus,
}

pub(crate) fn organisation(slug: &str, languages: &[Language]) -> Organisation {
    Organisation {
        id: Uuid::now_v7(),
        revision: 1,
        slug: slug.to_owned(),
        name: Localised::from([(Language::Nn, slug)]),
        required_languages: languages.to_vec(),
        sender: format!("post@{slug}.example"),
        accessibility_statement: format!("https://{slug}.example/tilgjenge"),
        privacy_notice: format!("https://{slug}.example/personvern"),
        retention_days: 180,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

pub(crate) async fn world(kind: Kind) -> World {
    let test = host::testing::host(kind, NAME).await;
    let host = test.host.clone();
    let (bus, _loops) = Hearing::listed(&host, &Carrier::in_process()).start();
    let world = World { _test: test, host, bus };
    for slug in ["bylivsenteret", "distriktssenteret"] {
        world.hear(OrganisationChanged { organisation: organisation(slug, &[Language::Nn, Language::Nb]) }).await;
    }
    world
}

impl World {
    pub(crate) async fn hear<M: Message>(&self, message: M)
    where
        Hearing: Hears<M>,
    {
        let said = bus::testing::hear(&Hearing, &self.host, message).await.expect("handled");
        assert_eq!(said, [], "nothing here is answered by a message");
    }

    pub(crate) async fn import(&self, text: &str) -> Imported {
        import(&self.host, text, "byliv.toml").await.unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    pub(crate) async fn stored(&self) -> conference::Model {
        conference::by_slug(&self.host.db.read, SLUG).await.unwrap().unwrap()
    }

    /// The event as it was said last.
    pub(crate) async fn event(&self) -> Event {
        self.said_of::<EventPublished>().await.pop().expect("it was published").event
    }

    pub(crate) async fn version(&self, number: i32) -> version::Model {
        version::find(&self.host.db.read, self.stored().await.id, number).await.unwrap().expect("a version")
    }

    /// The names of everything that was said.
    pub(crate) async fn names(&self) -> Vec<String> {
        bus::testing::said(&self.host.db).await.into_iter().map(|envelope| envelope.name).collect()
    }

    pub(crate) async fn said_of<M: Message>(&self) -> Vec<M> {
        bus::testing::said_of::<M>(&self.host.db).await
    }

    /// Begins work with the conference's row held.
    pub(crate) async fn begin(&self) -> (Work, conference::Model) {
        let work = self.bus.begin().await.unwrap();
        let row = conference::to_change(&work.tx, SLUG).await.unwrap().unwrap();
        (work, row)
    }

    /// An organiser edits the draft.
    pub(crate) async fn edit(&self, change: impl FnOnce(&mut Programme)) {
        let (work, row) = self.begin().await;
        let mut draft = row.draft.clone();
        change(&mut draft);
        conference::write_draft(&work.tx, &row, draft, Uuid::now_v7()).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn release(&self) -> Releasing {
        let (work, row) = self.begin().await;
        let done = releasing::release(&work, row, None, None).await.unwrap();
        work.commit().await.unwrap();
        done
    }
}

pub(crate) fn registration(event: EventId, revision: u32, state: State) -> Registration {
    Registration {
        id: RegistrationId(Uuid::now_v7()),
        event_id: event,
        revision,
        generation: 1,
        seq: 1,
        name: "Kari Prøve".to_owned(),
        email: "kari@kommune.example".to_owned(),
        language: Language::Nn,
        state,
        form: None,
        choices: Vec::new(),
        undecided: false,
    }
}
