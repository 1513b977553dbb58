//! The AsyncAPI 3 document of everything that is said, made from the types.

use crate::account::{AccountChanged, SignInChanged, SignInRequested};
use crate::conference::{ConferenceJoined, ProgrammeReleased, ProposalAnswered, SpeakerErased, SpeakerScheduled};
use crate::envelope::{CONTENT_TYPE, Message};
use crate::event::{EventCancelled, EventPublished, EventUnpublished, EventUnpublishingAsked};
use crate::gathering::{
    DelegationAllotted, DelegationInvited, DelegationSeatCleared, DelegationSeatNamed, PlanPlaced, RegistrationSeated,
};
use crate::invitation::{InvitationEnded, InvitationIssued, InvitationMailed};
use crate::mail::{MailDelivered, MailUndeliverable, ReplyReceived};
use crate::organisation::OrganisationChanged;
use crate::person::{PersonErased, PersonErasureAsked};
use crate::registration::{
    RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased, RegistrationMissed,
    RegistrationOffered, RegistrationRepeated, RegistrationReplanned, RegistrationWaitlisted, RegistrationWithdrawn,
    SignupChanged, SignupUnpublishingAnswered,
};
use crate::series::{SeriesFollowed, SeriesLeft, SeriesPublished, SeriesTurnedAway};
use crate::webinar::{WebinarFollowed, WebinarJoined};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// One kind of message, who says it and who hears it.
pub struct Kind {
    pub name: &'static str,
    pub said_by: &'static [&'static str],
    pub heard_by: &'static [&'static str],
    schema: fn(&mut SchemaGenerator) -> Value,
    /// Reads data as this kind of message and writes them back.
    pub read_back: fn(&Value) -> serde_json::Result<Value>,
}

const fn kind<M: Message + JsonSchema>(said_by: &'static [&'static str], heard_by: &'static [&'static str]) -> Kind {
    Kind {
        name: M::NAME,
        said_by,
        heard_by,
        schema: |generator| generator.subschema_for::<M>().to_value(),
        read_back: |data| serde_json::to_value(M::deserialize(data)?),
    }
}

/// Everything that is said.
pub const KINDS: [Kind; 45] = [
    kind::<AccountChanged>(&["portal"], &[]),
    kind::<ConferenceJoined>(&["conference"], &["registration"]),
    kind::<DelegationAllotted>(&["gathering"], &["registration"]),
    kind::<DelegationInvited>(&["gathering"], &["mail"]),
    kind::<DelegationSeatCleared>(&["gathering"], &["registration"]),
    kind::<DelegationSeatNamed>(&["gathering"], &["registration"]),
    kind::<EventCancelled>(&["conference", "webinar", "gathering"], &["registration", "mail", "portal"]),
    kind::<EventPublished>(&["conference", "webinar", "gathering"], &["registration", "mail", "portal"]),
    kind::<EventUnpublished>(&["conference", "webinar", "gathering"], &["mail", "portal"]),
    kind::<EventUnpublishingAsked>(&["conference", "webinar", "gathering"], &["registration"]),
    kind::<InvitationEnded>(&["registration"], &["mail"]),
    kind::<InvitationIssued>(&["registration"], &["mail"]),
    kind::<InvitationMailed>(&["mail"], &["registration"]),
    kind::<MailDelivered>(&["mail"], &["registration"]),
    kind::<MailUndeliverable>(&["mail"], &["registration"]),
    kind::<OrganisationChanged>(&["portal"], &["registration", "conference", "webinar", "gathering", "mail"]),
    kind::<PersonErased>(&["conference", "gathering", "mail"], &["registration"]),
    kind::<PersonErasureAsked>(&["registration"], &["conference", "gathering", "mail"]),
    kind::<PlanPlaced>(&["gathering"], &["registration", "mail"]),
    kind::<ProgrammeReleased>(&["conference"], &["mail", "portal", "registration"]),
    kind::<ProposalAnswered>(&["conference"], &["mail"]),
    kind::<RegistrationAdmitted>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<RegistrationAttended>(&["registration"], &["gathering", "mail"]),
    kind::<RegistrationChanged>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<RegistrationErased>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<RegistrationMissed>(&["registration"], &["gathering", "mail"]),
    kind::<RegistrationOffered>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<RegistrationRepeated>(&["registration"], &["mail"]),
    kind::<RegistrationReplanned>(&["registration"], &["conference", "mail"]),
    kind::<RegistrationSeated>(&["registration"], &["gathering", "mail"]),
    kind::<RegistrationWaitlisted>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<RegistrationWithdrawn>(&["registration"], &["conference", "webinar", "gathering", "mail"]),
    kind::<ReplyReceived>(&["mail"], &["registration"]),
    kind::<SeriesFollowed>(&["registration"], &["mail"]),
    kind::<SeriesLeft>(&["registration"], &["mail"]),
    kind::<SeriesPublished>(&["webinar", "gathering"], &["registration"]),
    kind::<SeriesTurnedAway>(&["registration"], &["mail"]),
    kind::<SignInChanged>(&["portal"], &["mail"]),
    kind::<SignInRequested>(&["portal"], &["mail"]),
    kind::<SignupChanged>(&["registration"], &["conference", "webinar", "gathering", "portal"]),
    kind::<SignupUnpublishingAnswered>(&["registration"], &["conference", "webinar", "gathering"]),
    kind::<SpeakerErased>(&["conference"], &["mail"]),
    kind::<SpeakerScheduled>(&["conference"], &["mail"]),
    kind::<WebinarFollowed>(&["webinar"], &["mail"]),
    kind::<WebinarJoined>(&["webinar"], &["registration"]),
];

/// The document, as it is kept in `proto/asyncapi.yaml`. JSON is YAML, so it is written as JSON.
pub fn document() -> Value {
    let mut generator = schemars::generate::SchemaSettings::draft07()
        .with(|settings| settings.definitions_path = "/components/schemas".into())
        .into_generator();
    let mut channels = Map::new();
    let mut operations = Map::new();
    let mut messages = Map::new();
    for kind in &KINDS {
        let key = kind.name.replace('.', "_");
        messages.insert(
            key.clone(),
            json!({
                "name": kind.name,
                "contentType": CONTENT_TYPE,
                "payload": {
                    "type": "object",
                    "required": ["specversion", "id", "source", "type", "subject", "time", "data"],
                    "properties": {
                        "specversion": { "const": "1.0" },
                        "id": { "type": "string", "format": "uuid" },
                        "source": { "enum": kind.said_by.iter().map(|service| format!("/moteplass/{service}")).collect::<Vec<_>>() },
                        "type": { "const": kind.name },
                        "subject": { "type": "string" },
                        "time": { "type": "string", "format": "date-time" },
                        "datacontenttype": { "const": "application/json" },
                        "partitionkey": { "type": "string" },
                        "traceparent": { "type": "string" },
                        "causationid": { "type": "string", "format": "uuid" },
                        "data": (kind.schema)(&mut generator),
                    },
                },
            }),
        );
        channels.insert(
            key.clone(),
            json!({
                "address": kind.name,
                "messages": { key.clone(): { "$ref": format!("#/components/messages/{key}") } },
                "bindings": { "amqp": {
                    "is": "routingKey",
                    "exchange": { "name": "mp.events", "type": "topic", "durable": true },
                    "bindingVersion": "0.3.0",
                } },
            }),
        );
        let channel = json!({ "$ref": format!("#/channels/{key}") });
        for speaker in kind.said_by {
            operations.insert(format!("{speaker}_says_{key}"), json!({ "action": "send", "channel": channel }));
        }
        for hearer in kind.heard_by {
            operations.insert(format!("{hearer}_hears_{key}"), json!({ "action": "receive", "channel": channel }));
        }
    }
    let schemas: Map<String, Value> = generator.take_definitions(true);
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Møteplass", "version": "1", "description": "What the services say to one another. Generated from the types in proto/src." },
        "defaultContentType": CONTENT_TYPE,
        "channels": channels,
        "operations": operations,
        "components": { "messages": messages, "schemas": schemas },
    })
}
