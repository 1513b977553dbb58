//! What letters that are due are made from.

use std::collections::{BTreeMap, BTreeSet};

use bus::Work;
use proto::EventId;
use proto::organisation::Organisation;
use sea_orm::DbErr;
use uuid::Uuid;

use super::leasing::Made;
use crate::Mail;
use crate::mime::Method;
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::store::{calendar_entry, event, letter, notice, organisation, registration, wording};
use crate::wording::Wordings;

/// What the letters in a batch are made from, held still until the transaction ends.
///
/// Whoever is changing something of it this very moment is not waited for, which could be in a circle: the letters that
/// it concerns are left until the news is in.
pub(super) struct Surroundings {
    /// Registrations and events that somebody is changing.
    pub(super) busy: BTreeSet<Uuid>,
    pub(super) registrations: BTreeMap<Uuid, registration::Known>,
    pub(super) entries: BTreeMap<Uuid, calendar_entry::Model>,
    /// What the letters of a registration hang on.
    pub(super) first_messages: BTreeMap<Uuid, String>,
    pub(super) events: BTreeMap<Uuid, event::Known>,
    pub(super) organisations: BTreeMap<String, Organisation>,
    /// What organisers wrote, by the rule of their letters.
    pub(super) notices: BTreeMap<String, notice::Model>,
    /// What the organisers of an event say in its letters.
    pub(super) wordings: BTreeMap<Uuid, Wordings>,
    /// Whether anybody is known to have been at an event; asked once for all letters about it.
    pub(super) attendance: BTreeMap<EventId, bool>,
    /// The lowest number of a REQUEST that a person can have received, those that are made now included.
    invited: BTreeMap<Uuid, i64>,
    /// What is made now.
    pub(super) made: Made,
}

impl Surroundings {
    pub(super) async fn load(work: &Work, mail: &Mail, letters: &[letter::Model]) -> Result<Self, DbErr> {
        let tx = &work.tx;
        let ids: BTreeSet<Uuid> = letters.iter().filter_map(|letter| letter.registration).collect();
        let (known, mut busy) = registration::hold_all(tx, &ids).await?;
        let free: Vec<Uuid> = known.iter().map(|known| known.registration.id.0).collect();
        let entries = calendar_entry::hold_all(tx, &free, || mail.new_uid(), work.now).await?;
        let first_messages = letter::first_messages(tx, &free).await?;
        let ids: BTreeSet<Uuid> = letters.iter().filter_map(|letter| letter.event).collect();
        let (events, busy_events) = event::hold_all(tx, &mail.events, &ids).await?;
        busy.extend(busy_events);
        let mut organisations = BTreeMap::new();
        let signed_in = letters.iter().filter_map(|letter| match letter.facts() {
            Ok(Some(Facts::SignIn(asked))) => Some(asked.organisation),
            Ok(Some(Facts::SignInChanged(changed))) => Some(changed.organisation),
            Ok(Some(Facts::Followed { organisation, .. })) => Some(organisation),
            _ => None,
        });
        let organising = events.values().filter_map(|known| Some(known.event.as_ref()?.organisation.clone()));
        for slug in organising.chain(signed_in) {
            if organisations.contains_key(&slug) {
                continue;
            }
            if let Some(found) = organisation::find(tx, &slug).await? {
                organisations.insert(slug, found);
            }
        }
        let written = letters.iter().filter(|letter| letter.purpose == Purpose::Notice);
        let ids: BTreeSet<Uuid> = written.filter_map(|letter| letter.rule.parse().ok()).collect();
        let notices = notice::find_all(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
        Ok(Self {
            busy,
            wordings: wording::of_events(tx, &events.keys().copied().collect()).await?,
            notices: notices.into_iter().map(|notice| (notice.rule(), notice)).collect(),
            registrations: known.into_iter().map(|known| (known.registration.id.0, known)).collect(),
            entries: entries.into_iter().map(|entry| (entry.registration, entry)).collect(),
            first_messages,
            events,
            organisations,
            attendance: BTreeMap::new(),
            invited: letter::first_requests(tx, &free).await?,
            made: Made::default(),
        })
    }

    /// True when a person can have received a REQUEST with at most this number.
    pub(super) fn invited(&self, registration: Uuid, until: u32) -> bool {
        self.invited.get(&registration).is_some_and(|first| *first <= i64::from(until))
    }

    /// A calendar message is on its way to a person.
    pub(super) fn note_request(&mut self, registration: Uuid, method: Option<&str>, sequence: Option<i64>) {
        if let (Some(sequence), true) = (sequence, method == Some(Method::Request.word())) {
            let first = self.invited.entry(registration).or_insert(sequence);
            *first = sequence.min(*first);
        }
    }

    pub(super) fn is_busy(&self, letter: &letter::Model) -> bool {
        [letter.registration, letter.event].into_iter().flatten().any(|id| self.busy.contains(&id))
    }
}
