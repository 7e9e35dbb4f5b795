// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and answers held against a vendor's own API description (OpenAPI 3.0). Stricter than the description in one
// thing: a field or parameter it does not name is a problem too, so that a misspelt optional one is found.
import { readFileSync } from "node:fs";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const COMPOSITES = ["allOf", "oneOf", "anyOf"];
const COPIED = ["type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "required"];
const FORMATS = { "date-time": "date-time", date: "date", uuid: "uuid", uri: "uri" };
const MAX_DEPTH = 24;

export class ApiDescription {
    constructor(name, file) {
        this.name = name;
        this.document = JSON.parse(readFileSync(file, "utf8"));
        this.ajv = new Ajv2020({ allErrors: true, strict: false });
        addFormats(this.ajv);
        this.compiled = new Map();
        this.patterns = Object.keys(this.document.paths).map(path => ({ path, parts: path.split("/") }));
    }

    #resolve(value) {
        while (value?.$ref)
            value = value.$ref.slice(2).split("/").reduce((node, key) => node[key.replaceAll("~1", "/").replaceAll("~0", "~")], this.document);
        return value;
    }

    /** JSON Schema of an OpenAPI schema, references written out. `isClosed`: fields it does not name are refused. */
    #convert(raw, isClosed, depth = 0) {
        const schema = this.#resolve(raw);
        if (!schema || depth > MAX_DEPTH)
            return {};
        const out = {};
        for (const key of COPIED)
            if (schema[key] !== undefined)
                out[key] = schema[key];
        if (FORMATS[schema.format])
            out.format = FORMATS[schema.format];
        if (schema.items)
            out.items = this.#convert(schema.items, true, depth + 1);
        if (schema.properties)
            out.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, value]) => [name, this.#convert(value, true, depth + 1)]));
        if (typeof schema.additionalProperties === "object")
            out.additionalProperties = this.#convert(schema.additionalProperties, true, depth + 1);
        // The alternatives of these descriptions overlap where nothing is required, so one or more must fit.
        for (const key of COMPOSITES.filter(key => schema[key]))
            out[key === "oneOf" ? "anyOf" : key] = schema[key].map(member => this.#convert(member, false, depth + 1));
        const names = schema.properties || COMPOSITES.some(key => schema[key]?.some(member => this.#resolve(member).properties));
        if (isClosed && names && !schema.additionalProperties)
            out.unevaluatedProperties = false;
        return schema.nullable ? { anyOf: [{ type: "null" }, out] } : out;
    }

    #problemsOf(key, schema, value, where) {
        if (!this.compiled.has(key))
            this.compiled.set(key, this.ajv.compile(this.#convert(schema, true)));
        const validate = this.compiled.get(key);
        if (validate(value))
            return [];
        return validate.errors.map(error => {
            const extra = error.params.unevaluatedProperty ?? error.params.missingProperty;
            const place = `${where}${error.instancePath.replace(/\/\d+(?=\/|$)/g, "/*")}${extra ? `/${extra}` : ""}`;
            return `${place}: ${error.message}`;
        });
    }

    /** The description's path for one of a request, {path, values}; the more literal one wins. */
    #match(pathname) {
        const parts = pathname.split("/");
        const wantsTicker = segment => segment.startsWith("O:") ? /option/i : segment.startsWith("I:") ? /indices/i : /^(?!.*(options|indices)Ticker)/;
        const fits = this.patterns.filter(pattern => pattern.parts.length === parts.length && pattern.parts.every((part, i) =>
            part === parts[i] || (/^\{.+\}$/.test(part) && parts[i] !== "" && (!/ticker/i.test(part) || wantsTicker(decodeURIComponent(parts[i])).test(part)))));
        const literals = pattern => pattern.parts.filter((part, i) => part === parts[i]).length;
        const best = fits.sort((a, b) => literals(b) - literals(a))[0];
        if (!best)
            return undefined;
        const values = Object.fromEntries(best.parts.flatMap((part, i) => part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(parts[i])]] : []));
        return { path: best.path, values };
    }

    #operation(method, url) {
        const found = this.#match(url.pathname);
        const item = found && this.document.paths[found.path];
        const operation = item?.[method.toLowerCase()];
        return operation ? { ...found, operation, parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(one => this.#resolve(one)) } : undefined;
    }

    describes(method, target) {
        return this.#operation(method, new URL(target, "http://host")) !== undefined;
    }

    /** A parameter arrives as text: read as what its schema wants. */
    #valueOf(text, parameter) {
        const schema = this.#resolve(parameter.schema) ?? {};
        const single = (value, of) => {
            if ((of.type === "integer" || of.type === "number") && /^-?\d+(\.\d+)?$/.test(value))
                return Number(value);
            if (of.type === "boolean" && (value === "true" || value === "false"))
                return value === "true";
            return value;
        };
        return schema.type === "array" ? text.split(",").map(value => single(value, this.#resolve(schema.items) ?? {})) : single(text, schema);
    }

    /** Problems of a request: its path, its parameters and its body (text, empty for none). */
    request(method, target, body) {
        const url = new URL(target, "http://host");
        const found = this.#operation(method, url);
        if (!found)
            return [`${method} ${url.pathname}: the description has no such request`];
        const name = `${method} ${found.path}`;
        const problems = [];
        const known = new Map(found.parameters.filter(one => one.in === "query").map(one => [one.name, one]));
        for (const [key, text] of url.searchParams) {
            const parameter = known.get(key);
            if (!parameter)
                problems.push(`${name} ?${key}: not a parameter of the description`);
            else
                problems.push(...this.#problemsOf(`${name}?${key}`, parameter.schema, this.#valueOf(text, parameter), `${name} ?${key}`));
        }
        for (const parameter of found.parameters) {
            if (parameter.in === "query" && parameter.required && !url.searchParams.has(parameter.name))
                problems.push(`${name} ?${parameter.name}: required`);
            if (parameter.in === "path")
                problems.push(...this.#problemsOf(`${name}/${parameter.name}`, parameter.schema, this.#valueOf(found.values[parameter.name], parameter), `${name} {${parameter.name}}`));
        }
        const described = this.#resolve(found.operation.requestBody);
        if (body && !described)
            problems.push(`${name} body: the description has none`);
        else if (body)
            problems.push(...this.#problemsOf(`${name} body`, described.content["application/json"].schema, JSON.parse(body), `${name} body `));
        else if (described?.required)
            problems.push(`${name} body: required`);
        return problems;
    }

    /** Problems of an answer to such a request. */
    answer(method, target, status, body) {
        const found = this.#operation(method, new URL(target, "http://host"));
        if (!found)
            return [`${method} ${target}: the description has no such request`];
        const name = `${method} ${found.path} ${status}`;
        const responses = found.operation.responses;
        const response = this.#resolve(responses[status] ?? responses[`${String(status)[0]}XX`]);
        if (!response)
            return status < 400 ? [`${name}: the description has no such answer`] : [];
        const schema = response.content?.["application/json"]?.schema;
        if (!schema)
            return [];
        return this.#problemsOf(name, schema, body === "" ? undefined : JSON.parse(body), `${name} `);
    }
}
