/** n8n's data tables, read and filled by the calls that its editor makes. */
import type { N8nClient } from './client';

export type Row = Record<string, unknown>;

/** n8n hands out at most so many rows at once. */
const PAGE = 100;

export class DataTables {
	private readonly ids = new Map<string, string>();

	private constructor(
		private readonly client: N8nClient,
		private readonly base: string,
	) {}

	/** The tables of the owner's personal project, where imported workflows go. */
	static async open(client: N8nClient): Promise<DataTables> {
		const project = await client.call<{ id: string }>('GET', '/rest/projects/personal');
		return new DataTables(client, `/rest/projects/${project.id}/data-tables`);
	}

	/** Makes a table of text columns. */
	async create(name: string, columns: readonly string[]): Promise<{ id: string; name: string }> {
		return await this.client.call<{ id: string; name: string }>('POST', this.base, {
			name,
			columns: columns.map((column) => ({ name: column, type: 'string' })),
		});
	}

	async listNames(): Promise<string[]> {
		return (await this.list()).map(({ name }) => name).sort();
	}

	/** All rows in order of insertion. */
	async readRows(name: string): Promise<Row[]> {
		const id = await this.findId(name);
		const rows: Row[] = [];
		for (;;) {
			const page = await this.client.call<{ count: number; data: Row[] }>(
				'GET',
				`${this.base}/${id}/rows?take=${PAGE}&skip=${rows.length}&sortBy=id:asc`,
			);
			rows.push(...page.data);
			if (rows.length >= page.count || page.data.length === 0) return rows;
		}
	}

	/** The rows whose `column` has the value. */
	async findRows(name: string, column: string, value: unknown): Promise<Row[]> {
		return (await this.readRows(name)).filter((row) => row[column] === value);
	}

	async insertRows(name: string, rows: readonly Row[]): Promise<void> {
		const id = await this.findId(name);
		await this.client.call('POST', `${this.base}/${id}/insert`, {
			data: rows,
			returnType: 'count',
		});
	}

	async clear(name: string): Promise<void> {
		const id = await this.findId(name);
		const all = { type: 'and', filters: [{ columnName: 'id', condition: 'gt', value: 0 }] };
		const filter = encodeURIComponent(JSON.stringify(all));
		await this.client.call('DELETE', `${this.base}/${id}/rows?filter=${filter}`);
	}

	private async findId(name: string): Promise<string> {
		if (!this.ids.has(name)) {
			for (const table of await this.list()) this.ids.set(table.name, table.id);
		}
		const id = this.ids.get(name);
		if (id === undefined) throw new Error(`There is no data table "${name}".`);
		return id;
	}

	private async list(): Promise<Array<{ id: string; name: string }>> {
		const { data } = await this.client.call<{ data: Array<{ id: string; name: string }> }>(
			'GET',
			`${this.base}?take=100`,
		);
		return data;
	}
}
